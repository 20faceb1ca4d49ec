package dev.earshot.privacy.name;

import dev.earshot.privacy.name.NameTokens.Token;

import java.util.List;

/** What the model sees of a token: hashes of it and of its neighbours. Stateless. */
final class NameFeatures {
    /** Weights that features share; a power of two. */
    static final int SIZE = 1 << 20;

    private static final int COUNT = 32;
    private static final Token BORDER = new Token(0, 1, "", "");
    private static final Seen NOTHING = new Seen(BORDER);

    private NameFeatures() {}

    /**
     * For each token its features, each an index below {@link #SIZE}; none for a mark.
     *
     * @param kinds of each token, as {@link NameList#kind} gives them
     */
    static int[][] of(List<Token> tokens, int[] kinds) {
        Seen[] seen = tokens.stream().map(Seen::new).toArray(Seen[]::new);
        int[][] features = new int[seen.length][];
        int lettering = lettering(tokens);
        for (int i = 0; i < features.length; i++) {
            features[i] = tokens.get(i).isWord() ? of(seen, kinds, i, lettering) : new int[0];
        }
        return features;
    }

    private static int[] of(Seen[] seen, int[] kinds, int i, int lettering) {
        Seen here = seen[i];
        Seen before = at(seen, i - 1);
        Seen after = at(seen, i + 1);
        Seen second = at(seen, i - 2);
        Seen fourth = at(seen, i + 2);
        long shape = here.shape * 4 + lettering;
        int kind = kinds[i];
        int kindBefore = kind(kinds, i - 1);
        int kindAfter = kind(kinds, i + 1);
        long first = before == NOTHING ? 1 : 0;
        var to = new Indices();
        to.add(here.word, 0, 0);
        to.add(before.word, 0, 0);
        to.add(after.word, 0, 0);
        to.add(second.word, 0, 0);
        to.add(fourth.word, 0, 0);
        to.add(shape, 0, 0);
        to.add(before.shape, shape, 0);
        to.add(after.shape, shape, 0);
        to.add(before.shape, shape, after.shape);
        to.add(here.prefix2, 0, 0);
        to.add(here.prefix3, 0, 0);
        to.add(here.suffix2, 0, 0);
        to.add(here.suffix3, 0, 0);
        to.add(here.suffix4, 0, 0);
        to.add(here.suffix3, shape, 0);
        to.add(before.suffix3, 0, 0);
        to.add(after.suffix3, 0, 0);
        to.add(kind, shape, 0);
        to.add(kindBefore * 4L + kind, before.shape, shape);
        to.add(kindAfter * 4L + kind, after.shape, shape);
        to.add(kindBefore * 16L + kind * 4L + kindAfter, before.shape + after.shape, shape);
        to.add(before.word, shape, 0);
        to.add(before.word, kind, 0);
        to.add(after.word, shape, 0);
        to.add(after.word, kind, 0);
        to.add(second.word, before.word, 0);
        to.add(before.word, after.word, kind);
        to.add(first, shape, kind);
        to.add(first, shape * 16L + kind * 4L + kindAfter, after.shape);
        to.add(before.token.isWord() ? 1 : before.word, shape, kind);
        to.add(Math.min(seen.length, 6), shape, kind);
        to.add(lettering, 0, 0);
        return to.all;
    }

    private static Seen at(Seen[] seen, int i) {
        return i >= 0 && i < seen.length ? seen[i] : NOTHING;
    }

    private static int kind(int[] kinds, int i) {
        return i >= 0 && i < kinds.length ? kinds[i] : 0;
    }

    /** Whether the text's capitals tell anything: 0 there are none, 1 some, 2 most, 3 no others. */
    private static int lettering(List<Token> tokens) {
        int words = 0;
        int capital = 0;
        int shouted = 0;
        for (Token token : tokens) {
            words += token.isWord() ? 1 : 0;
            capital += token.shape().startsWith("X") ? 1 : 0;
            shouted += token.shape().equals("X") || token.shape().equals("X1") ? 1 : 0;
        }
        if (capital == 0) {
            return 0;
        }
        return shouted * 3 >= words * 2 ? 3 : capital * 4 >= words * 3 && words > 3 ? 2 : 1;
    }

    /** The hashes of a token's word, shape and ends. */
    private static final class Seen {
        final Token token;
        final long word;
        final long shape;
        final long prefix2;
        final long prefix3;
        final long suffix2;
        final long suffix3;
        final long suffix4;

        Seen(Token token) {
            this.token = token;
            String lower = token.lower();
            int length = lower.length();
            word = hash(lower, 0, length);
            shape = hash(token.shape(), 0, token.shape().length()) >>> 8;
            prefix2 = hash(lower, 0, Math.min(2, length));
            prefix3 = hash(lower, 0, Math.min(3, length));
            suffix2 = hash(lower, Math.max(0, length - 2), length);
            suffix3 = hash(lower, Math.max(0, length - 3), length);
            suffix4 = hash(lower, Math.max(0, length - 4), length);
        }

        /** FNV-1a over UTF-16 units. */
        private static long hash(String text, int from, int to) {
            long hash = 0xcbf29ce484222325L;
            for (int i = from; i < to; i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
            return hash;
        }
    }

    /** Collects features; the place of each in the order is part of its hash. */
    private static final class Indices {
        final int[] all = new int[COUNT];
        private int count;

        void add(long a, long b, long c) {
            long hash = mix(mix(mix(count + 1) ^ a) + b) ^ c;
            all[count++] = (int) (mix(hash) >>> 32) & SIZE - 1;
        }

        /** The finaliser of SplitMix64 (Steele et al. 2014). */
        private static long mix(long value) {
            long z = value + 0x9e3779b97f4a7c15L;
            z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
            z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
            return z ^ (z >>> 31);
        }
    }
}
