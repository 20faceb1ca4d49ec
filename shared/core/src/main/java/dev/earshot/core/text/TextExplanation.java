package dev.earshot.core.text;

import java.util.Optional;

/**
 * A text, what was read in it, and why.
 *
 * @param reading with the sentiment towards each target asked for
 * @param confidence of the language, in [0, 1]
 * @param why the words behind the sentiment; empty where no model may read the text
 */
public record TextExplanation(
        String text, Reading reading, double confidence, Optional<Attribution> why) {}
