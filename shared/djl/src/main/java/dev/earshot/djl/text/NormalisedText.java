package dev.earshot.djl.text;

/**
 * A post in the form that the tokenizer sees.
 *
 * @param origins for each code point of the text, the offset in the post, in UTF-16 units, that it
 *     comes from; the replacement of an emoji or an address comes from its start
 */
record NormalisedText(String text, int[] origins) {}
