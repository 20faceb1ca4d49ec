package dev.earshot.djl.text;

import dev.earshot.core.text.TextSpan;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tokens of a post, or of a window of it, with the special tokens at both ends, without padding.
 *
 * @param origins offset in the post where each token begins, in UTF-16 units, {@value #NO_ORIGIN}
 *     for special tokens; empty where not asked
 */
record Tokens(long[] ids, int[] origins) {
    static final int NO_ORIGIN = -1;

    /** Indices of the tokens that begin in a span; none where normalisation left nothing of it. */
    int[] of(TextSpan span) {
        return IntStream.range(0, origins.length).filter(i -> begins(i, span)).toArray();
    }

    /** The tokens of a range between the special ones. */
    Tokens window(int from, int to) {
        long[] own = new long[to - from + 2];
        int[] places = new int[own.length];
        own[0] = ids[0];
        own[own.length - 1] = ids[ids.length - 1];
        places[0] = NO_ORIGIN;
        places[places.length - 1] = NO_ORIGIN;
        System.arraycopy(ids, from, own, 1, to - from);
        System.arraycopy(origins, from, places, 1, to - from);
        return new Tokens(own, places);
    }

    /** Whether a token is the first of a mention. */
    boolean beginsMention(int token, List<TextSpan> mentions) {
        return mentions.stream()
                .anyMatch(
                        mention ->
                                begins(token, mention)
                                        && (token == 0 || origins[token - 1] < mention.start()));
    }

    /** Number of mentions that begin in it. */
    int mentions(List<TextSpan> mentions) {
        return (int) IntStream.range(0, ids.length).filter(i -> beginsMention(i, mentions)).count();
    }

    private boolean begins(int token, TextSpan span) {
        return span.start() <= origins[token] && origins[token] < span.end();
    }

    /**
     * The same with a mark before and after each mention.
     *
     * @param open id before a mention
     * @param close id after it
     * @param maxTokens most tokens of the result, special ones included; it is cut at the end
     */
    Tokens marked(List<TextSpan> mentions, long open, long close, int maxTokens) {
        long[] marked = new long[3 * ids.length];
        int[] places = new int[marked.length];
        Arrays.fill(places, NO_ORIGIN);
        int size = 0;
        boolean inside = false;
        for (int i = 0; i < ids.length; i++) {
            int token = i;
            boolean starts = beginsMention(i, mentions);
            boolean within = mentions.stream().anyMatch(mention -> begins(token, mention));
            if (inside && (starts || !within)) {
                marked[size++] = close;
            }
            if (starts || (within && !inside)) {
                marked[size++] = open;
            }
            inside = within;
            places[size] = origins[i];
            marked[size++] = ids[i];
        }
        int kept = Math.min(size, maxTokens);
        Tokens cut = new Tokens(Arrays.copyOf(marked, kept), Arrays.copyOf(places, kept));
        cut.ids[kept - 1] = ids[ids.length - 1];
        cut.origins[kept - 1] = NO_ORIGIN;
        return cut;
    }
}
