package dev.earshot.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Turns plain words into the terms under which pictures are found: lower case, without endings and
 * words that say nothing, each with the kinds that it belongs to. Stateless.
 */
final class SearchWords {
    private static final Set<String> EMPTY =
            Set.of(
                    "a", "an", "the", "of", "in", "on", "at", "is", "are", "and", "or", "with",
                    "to", "by", "for", "some", "there", "it", "its", "his", "her", "their", "that",
                    "this", "picture", "photo", "image", "video", "clip", "showing", "show",
                    "someone", "something", "near", "next", "from", "while", "who", "being");

    /** What a word of a question stands for among the names that the models give. */
    private static final Map<String, String> MEANS =
            Map.ofEntries(
                    Map.entry("man", "person"), Map.entry("men", "person"),
                    Map.entry("woman", "person"), Map.entry("women", "person"),
                    Map.entry("people", "person"), Map.entry("child", "person"),
                    Map.entry("children", "person"), Map.entry("kid", "person"),
                    Map.entry("boy", "person"), Map.entry("girl", "person"),
                    Map.entry("guy", "person"), Map.entry("crowd", "person"),
                    Map.entry("bike", "bicycle"), Map.entry("cycle", "bicycle"),
                    Map.entry("cyclist", "bicycle"), Map.entry("motorbike", "motorcycle"),
                    Map.entry("plane", "airplane"), Map.entry("aeroplane", "airplane"),
                    Map.entry("aircraft", "airplane"), Map.entry("lorry", "truck"),
                    Map.entry("automobile", "car"), Map.entry("taxi", "car"),
                    Map.entry("ship", "boat"), Map.entry("sofa", "couch"),
                    Map.entry("television", "tv"), Map.entry("screen", "tv"),
                    Map.entry("monitor", "tv"), Map.entry("phone", "cell phone"),
                    Map.entry("smartphone", "cell phone"), Map.entry("mobile", "cell phone"),
                    Map.entry("notebook", "laptop"), Map.entry("computer", "laptop"),
                    Map.entry("puppy", "dog"), Map.entry("kitten", "cat"),
                    Map.entry("kitty", "cat"), Map.entry("shoe", "footwear"),
                    Map.entry("sneaker", "footwear"), Map.entry("trainer", "footwear"),
                    Map.entry("mug", "cup"), Map.entry("coffee", "cup"), Map.entry("tea", "cup"),
                    Map.entry("fridge", "refrigerator"), Map.entry("table", "dining table"),
                    Map.entry("plant", "potted plant"), Map.entry("flower", "potted plant"),
                    Map.entry("doughnut", "donut"), Map.entry("football", "sports ball"),
                    Map.entry("soccer", "sports ball"), Map.entry("ball", "sports ball"),
                    Map.entry("tennis", "tennis racket"), Map.entry("baseball", "baseball bat"),
                    Map.entry("surf", "surfboard"), Map.entry("skate", "skateboard"),
                    Map.entry("ski", "skis"), Map.entry("beach", "coast"), Map.entry("sea", "coast"),
                    Map.entry("ocean", "coast"), Map.entry("shore", "coast"),
                    Map.entry("wood", "forest"), Map.entry("tree", "forest"),
                    Map.entry("hill", "mountain"), Map.entry("field", "open country"),
                    Map.entry("road", "street"), Map.entry("motorway", "highway"),
                    Map.entry("city", "inside city"), Map.entry("town", "inside city"),
                    Map.entry("skyscraper", "tall building"),
                    Map.entry("tower", "tall building"), Map.entry("building", "tall building"),
                    Map.entry("supermarket", "shop"), Map.entry("store", "shop"),
                    Map.entry("house", "home"), Map.entry("inside", "indoor"),
                    Map.entry("outside", "outdoor"), Map.entry("meal", "food"),
                    Map.entry("dinner", "food"), Map.entry("lunch", "food"),
                    Map.entry("breakfast", "food"), Map.entry("eat", "food"),
                    Map.entry("cook", "kitchen"), Map.entry("drive", "car"),
                    Map.entry("sail", "boat"), Map.entry("jog", "running"),
                    Map.entry("sleep", "bed"), Map.entry("read", "book"));

    /** What a name that the models give is a kind of. */
    private static final Map<String, String> KINDS =
            Map.ofEntries(
                    Map.entry("animal", "bird cat dog horse sheep cow elephant bear zebra giraffe"),
                    Map.entry("pet", "cat dog"),
                    Map.entry(
                            "vehicle", "bicycle car motorcycle airplane bus train truck boat"),
                    Map.entry("traffic", "car bus truck motorcycle"),
                    Map.entry("furniture", "chair couch bed"),
                    Map.entry("fruit", "banana apple orange"),
                    Map.entry("vegetable", "broccoli carrot"),
                    Map.entry(
                            "food",
                            "banana apple orange broccoli carrot sandwich pizza donut cake"),
                    Map.entry("snack", "sandwich donut cake"),
                    Map.entry("cutlery", "fork knife spoon"),
                    Map.entry("drink", "cup bottle wine"),
                    Map.entry("luggage", "suitcase backpack handbag"),
                    Map.entry("bag", "handbag backpack suitcase"),
                    Map.entry("clothe", "dress hat longsleeve outwear pants shirt skirt shorts"),
                    Map.entry("nature", "coast forest mountain"),
                    Map.entry("sport", "skis snowboard skateboard surfboard frisbee"),
                    Map.entry("work", "office laptop keyboard"));

    private static final String[] ENDINGS = {"ing", "ies", "es", "s", "ed"};

    private SearchWords() {}

    /** The terms of what is catalogued, repeats kept. */
    static List<String> ofText(String text) {
        List<String> terms = new ArrayList<>();
        for (String word : words(text)) {
            terms.add(stem(word));
        }
        return terms;
    }

    /**
     * A word of a question.
     *
     * @param alternatives terms any of which fits, the word itself first
     */
    record Wanted(String word, List<String> alternatives) {}

    /** What a question asks for. */
    static List<Wanted> ofQuestion(String question) {
        List<Wanted> wanted = new ArrayList<>();
        for (String word : words(question)) {
            String stem = stem(word);
            List<String> alternatives = new ArrayList<>(List.of(stem));
            String means = MEANS.getOrDefault(word, MEANS.getOrDefault(stem, ""));
            String kinds = KINDS.getOrDefault(word, KINDS.getOrDefault(stem, ""));
            for (String other : words(means)) {
                alternatives.add(stem(other));
            }
            for (String other : words(kinds)) {
                alternatives.add(stem(other));
            }
            if (!alternatives.isEmpty()
                    && wanted.stream().noneMatch(w -> w.alternatives().equals(alternatives))) {
                wanted.add(new Wanted(word, alternatives));
            }
        }
        return wanted;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+", -1)) {
            if (!word.isEmpty() && !EMPTY.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }

    /** Cuts one usual ending, so that riding finds ride; three letters stay. */
    static String stem(String word) {
        String cut = word;
        for (String ending : ENDINGS) {
            if (word.endsWith(ending)
                    && word.length() - ending.length() >= 3
                    && !word.endsWith("ss")
                    && !word.endsWith("us")) {
                cut = word.substring(0, word.length() - ending.length());
                cut = ending.equals("ies") ? cut + "y" : cut;
                break;
            }
        }
        int length = cut.length();
        if (length > 3 && cut.charAt(length - 1) == cut.charAt(length - 2)) {
            cut = cut.substring(0, length - 1); // running, run
        }
        return cut.length() > 3 && cut.endsWith("e") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
