package dev.earshot.djl.text;

import java.util.OptionalInt;

/**
 * A post in the form that the tokenizer sees.
 *
 * @param origins for each code point of the text, the offset in the post, in UTF-16 units, that it
 *     comes from; the replacement of an emoji or an address comes from its start
 * @param unreadFrom offset in the post from which it was cut; empty where it was not
 */
record NormalisedText(String text, int[] origins, OptionalInt unreadFrom) {}
