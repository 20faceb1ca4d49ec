package dev.earshot.djl.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.jni.CharSpan;

import dev.earshot.core.text.TextSpan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The windows in which a model of limited length reads a post. A post that fits is one window. A
 * longer one is read sentence by sentence, a short sentence together with the one before it, so
 * that what a window holds does not depend on where in the post it stands; a sentence longer than
 * the model reads is cut between words. Windows do not overlap: each token is read once.
 *
 * @param windows in order, at least one
 * @param all the tokens of the whole post, read or not
 * @param unreadFrom offset in the post, in UTF-16 units, of the first character in no window
 */
record TokenWindows(List<Tokens> windows, Tokens all, OptionalInt unreadFrom) {
    /**
     * Most tokens of a post in its windows, some 1,200 English words: as many as 60 posts of
     * ordinary length have, so that no post costs more than that.
     */
    static final int MAX_TOKENS = 1_600;

    /** A sentence of fewer tokens, such as "Never again.", says little without the one before. */
    static final int MIN_SENTENCE = 10;

    TokenWindows {
        windows = List.copyOf(windows);
    }

    /**
     * @param encoding of the whole normalised post
     * @param post as written
     * @param maxTokens most tokens of a window, special ones included
     * @param withOrigins whether each token's place in the post is wanted
     */
    static TokenWindows of(
            Encoding encoding,
            NormalisedText text,
            String post,
            int maxTokens,
            boolean withOrigins) {
        long[] ids = encoding.getIds();
        boolean fits = ids.length <= maxTokens;
        if (fits && !withOrigins) {
            Tokens whole = new Tokens(ids, new int[0]);
            return new TokenWindows(List.of(whole), whole, text.unreadFrom());
        }
        Places places = Places.of(encoding, text, post);
        Tokens whole = new Tokens(ids, places.origins());
        return fits
                ? new TokenWindows(List.of(whole), whole, text.unreadFrom())
                : split(whole, places, maxTokens - 2, text.unreadFrom());
    }

    private static TokenWindows split(Tokens whole, Places places, int room, OptionalInt cutFrom) {
        int end = whole.ids().length - 1;
        OptionalInt unreadFrom = cutFrom;
        if (end - 1 > MAX_TOKENS) {
            end = places.lastBreak(1 + MAX_TOKENS - room, 1 + MAX_TOKENS);
            unreadFrom = OptionalInt.of(whole.origins()[end]);
        }
        List<Tokens> windows = new ArrayList<>();
        int first = 1;
        while (first < end) {
            int next = places.nextSentence(first, end);
            while (next < end
                    && (next - first < MIN_SENTENCE
                            || places.nextSentence(next, end) - next < MIN_SENTENCE)) {
                next = places.nextSentence(next, end);
            }
            if (next - first > room) {
                next = places.lastBreak(first + room / 2, first + room);
            }
            windows.add(whole.window(first, next));
            first = next;
        }
        return new TokenWindows(windows, whole, unreadFrom);
    }

    /**
     * Spans of the whole post in which a target is marked, each as long as the model reads, the
     * mention in its first half; mentions that are close to each other share one.
     *
     * @param mentions of one target
     */
    List<Tokens> marked(List<TextSpan> mentions, ModelDescription.Marking marks, int maxTokens) {
        List<Tokens> rows = new ArrayList<>();
        int end = all.ids().length - 1;
        int from = 0;
        for (int at = 1; at < end; at++) {
            if (at < from || !all.beginsMention(at, mentions)) {
                continue;
            }
            int room = maxTokens - 2;
            int near = all.window(at, Math.min(end, at + room)).mentions(mentions);
            int unmarked = Math.max(1, room - 2 * near);
            int first = Math.max(1, Math.min(at - unmarked / 3, end - unmarked));
            int last = Math.min(end, first + unmarked);
            rows.add(
                    all.window(first, last)
                            .marked(mentions, marks.open(), marks.close(), maxTokens));
            from = last;
        }
        return rows;
    }

    /**
     * Where tokens lie.
     *
     * @param origins offset of each token in the post
     * @param words whether a token begins a word
     * @param sentences whether a token begins a sentence or a line
     */
    private record Places(int[] origins, boolean[] words, boolean[] sentences) {
        static Places of(Encoding encoding, NormalisedText text, String post) {
            CharSpan[] spans = encoding.getCharTokenSpans();
            int[] points = text.text().codePoints().toArray();
            var places =
                    new Places(
                            new int[spans.length],
                            new boolean[spans.length],
                            new boolean[spans.length]);
            int lastEnd = 0;
            for (int i = 0; i < spans.length; i++) {
                if (spans[i] == null) {
                    places.origins[i] = Tokens.NO_ORIGIN;
                    continue;
                }
                int start = spans[i].getStart();
                places.origins[i] = text.origins()[start];
                places.words[i] = start > 0 && points[start - 1] == ' ';
                if (lastEnd > 0) {
                    boolean newLine =
                            post.substring(text.origins()[lastEnd - 1], places.origins[i])
                                    .contains("\n");
                    boolean fullStop = places.words[i] && endsSentence(points[lastEnd - 1]);
                    places.sentences[i] =
                            newLine || fullStop || isIdeographicStop(points[lastEnd - 1]);
                }
                lastEnd = spans[i].getEnd();
            }
            return places;
        }

        private static boolean endsSentence(int c) {
            return switch (c) {
                case '.', '!', '?', 0x2026, 0x061F, 0x06D4, 0x0964 -> true;
                default -> false;
            };
        }

        private static boolean isIdeographicStop(int c) {
            return c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
        }

        /** The start of the next sentence behind a token, at most {@code end}. */
        int nextSentence(int token, int end) {
            int next = token + 1;
            while (next < end && !sentences[next]) {
                next++;
            }
            return Math.min(next, end);
        }

        /** The last start of a sentence in a range, else that of a word, else the range's end. */
        int lastBreak(int least, int most) {
            int word = -1;
            for (int i = most; i >= least; i--) {
                if (sentences[i]) {
                    return i;
                }
                word = word < 0 && words[i] ? i : word;
            }
            return word < 0 ? most : word;
        }
    }
}
