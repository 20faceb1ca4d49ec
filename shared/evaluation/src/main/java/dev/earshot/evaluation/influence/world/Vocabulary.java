package dev.earshot.evaluation.influence.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Made-up words of one language: common ones and some for each topic, drawn with Zipf frequencies
 * as in natural text.
 */
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

    /** A word of a topic. */
    String topical(int topic, SplittableRandom random) {
        return topics.get(topic).get(zipf(topics.get(topic).size(), random));
    }

    String common(SplittableRandom random) {
        return common.get(zipf(common.size(), random));
    }

    /** The values of a topic's brand: some of the topic's words of medium frequency. */
    List<String> values(int topic, int count, SplittableRandom random) {
        var values = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            values.add(topics.get(topic).get(random.nextInt(60)));
        }
        return values;
    }

    private static int zipf(int size, SplittableRandom random) {
        // Inverse of the cumulative distribution of 1 / rank.
        return Math.min(size - 1, (int) Math.exp(random.nextDouble() * Math.log(size + 1.0)) - 1);
    }
}
