package dev.earshot.core.text;

import dev.earshot.core.Checks;

/**
 * How much one word of a text contributes to the verdict.
 *
 * @param word as posted, delimited by white space
 * @param start offset of its first UTF-16 unit in the text
 * @param end offset after its last
 * @param weight its share of the difference between the verdict's probability on the whole text and
 *     on an empty one; negative where it speaks against the verdict
 */
public record WordAttribution(String word, int start, int end, double weight) {
    public WordAttribution {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "a word must have 0 <= start < end, got " + start + " and " + end);
        }
        Checks.inRange("weight", weight, -2, 2);
    }
}
