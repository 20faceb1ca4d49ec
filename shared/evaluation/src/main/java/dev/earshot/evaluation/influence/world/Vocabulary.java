package dev.earshot.evaluation.influence.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up words: a common stock and one stock a topic, drawn by rank as in natural text (Zipf). */
final class Vocabulary {
    private static final String[] SYLLABLES = {
        "ka", "lo", "mi", "ren", "tu", "sol", "va", "dri", "pe", "nok", "ul", "ash", "qui", "bor",
        "fe", "lin", "gra", "sto", "wen", "ti", "mar", "od", "zu", "hel"
    };
    private final List<String> common;
    private final List<List<String>> topics;

    Vocabulary(int topicCount, SplittableRandom random) {
        common = words(1_200, random);
        topics = new ArrayList<>();
        for (int t = 0; t < topicCount; t++) {
            topics.add(words(150, random));
        }
    }

    private static List<String> words(int count, SplittableRandom random) {
        var words = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            var word = new StringBuilder();
            for (int s = 0; s < 2 + random.nextInt(3); s++) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            words.add(word.toString());
        }
        return words;
    }

    /** A text of which about {@code share} of the words are on the topic. */
    String text(int topic, double share, int length, SplittableRandom random) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            List<String> stock = random.nextDouble() < share ? topics.get(topic) : common;
            text.append(stock.get(zipf(stock.size(), random))).append(' ');
        }
        return text.toString();
    }

    /** What a brand of a topic says it stands for: some of the topic's middling words. */
    List<String> values(int topic, int count, SplittableRandom random) {
        var values = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            values.add(topics.get(topic).get(random.nextInt(60)));
        }
        return values;
    }

    private static int zipf(int size, SplittableRandom random) {
        // The inverse of the cumulative of 1 / rank.
        return Math.min(size - 1, (int) Math.exp(random.nextDouble() * Math.log(size + 1.0)) - 1);
    }
}
