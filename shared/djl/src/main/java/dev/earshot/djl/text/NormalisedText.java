package dev.earshot.djl.text;

/**
 * A post in the form that the tokenizer sees.
 *
 * @param origins for each code point of the text the offset in the post, in UTF-16 units, of what
 *     it comes from; what an emoji or an address became comes from its beginning
 */
record NormalisedText(String text, int[] origins) {}
