package dev.earshot.djl.text;

import dev.earshot.core.Checks;

/**
 * How much one word of a text speaks for the verdict.
 *
 * @param word as posted, parted by white space
 * @param position index of the word in the text, from 0
 * @param weight the verdict's probability on the whole text less that without the word, in [-1, 1]
 */
public record WordDriver(String word, int position, double weight) {
    public WordDriver {
        Checks.notNegative("position", position);
        Checks.inRange("weight", weight, -1, 1);
    }
}
