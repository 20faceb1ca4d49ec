package dev.earshot.djl.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.jni.CharSpan;

import dev.earshot.core.text.TextSpan;

import java.util.stream.IntStream;

/**
 * The tokens of one post, cut at the model's length, without padding.
 *
 * @param origins where in the post each token begins, in UTF-16 units, -1 for those that the model
 *     adds; empty where nobody asked
 * @param cut from which offset on the model does not see the post
 */
record Tokens(long[] ids, int[] origins, int cut) {
    private static final int NOWHERE = -1;

    /** Of a post of which only the whole is asked. */
    static Tokens of(Encoding encoding) {
        return new Tokens(encoding.getIds(), new int[0], Integer.MAX_VALUE);
    }

    /** Of a post in which stretches are to be found. */
    static Tokens of(Encoding encoding, NormalisedText text) {
        CharSpan[] spans = encoding.getCharTokenSpans();
        int[] origins = new int[spans.length];
        int seen = 0;
        for (int i = 0; i < spans.length; i++) {
            boolean added = spans[i] == null;
            origins[i] = added ? NOWHERE : text.origins()[spans[i].getStart()];
            seen = added ? seen : spans[i].getEnd();
        }
        boolean whole = seen == text.origins().length;
        return new Tokens(
                encoding.getIds(), origins, whole ? Integer.MAX_VALUE : text.origins()[seen]);
    }

    /**
     * Places of the tokens that begin in a stretch; none where the model does not see all of it, or
     * nothing of it is left in the form that the model reads.
     */
    int[] of(TextSpan stretch) {
        return stretch.end() > cut
                ? new int[0]
                : IntStream.range(0, origins.length)
                        .filter(i -> stretch.start() <= origins[i] && origins[i] < stretch.end())
                        .toArray();
    }
}
