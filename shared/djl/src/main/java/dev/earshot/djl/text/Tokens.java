package dev.earshot.djl.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.jni.CharSpan;

import dev.earshot.core.text.TextSpan;

import java.util.stream.IntStream;

/**
 * The tokens of one post, cut at the model's length, without padding.
 *
 * @param origins offset in the post where each token begins, in UTF-16 units, -1 for special
 *     tokens; empty where not asked
 * @param cut offset from which the model does not see the post
 */
record Tokens(long[] ids, int[] origins, int cut) {
    private static final int NO_ORIGINS = -1;

    /** Tokens of a post to read only as a whole. */
    static Tokens of(Encoding encoding) {
        return new Tokens(encoding.getIds(), new int[0], Integer.MAX_VALUE);
    }

    /** Tokens of a post with spans to read. */
    static Tokens of(Encoding encoding, NormalisedText text) {
        CharSpan[] spans = encoding.getCharTokenSpans();
        int[] origins = new int[spans.length];
        int seen = 0;
        for (int i = 0; i < spans.length; i++) {
            boolean added = spans[i] == null;
            origins[i] = added ? NO_ORIGINS : text.origins()[spans[i].getStart()];
            seen = added ? seen : spans[i].getEnd();
        }
        boolean whole = seen == text.origins().length;
        return new Tokens(
                encoding.getIds(), origins, whole ? Integer.MAX_VALUE : text.origins()[seen]);
    }

    /**
     * Indices of the tokens that begin in a span; none where the model does not see all of it, or
     * normalisation left nothing of it.
     */
    int[] of(TextSpan span) {
        return span.end() > cut
                ? new int[0]
                : IntStream.range(0, origins.length)
                        .filter(i -> span.start() <= origins[i] && origins[i] < span.end())
                        .toArray();
    }
}
