package dev.earshot.core;

/**
 * A fast hash of 64 bits that spreads well and keeps no secret: who guesses the text can confirm
 * it. Stateless.
 */
public final class QuickHash {
    private QuickHash() {}

    /** FNV-1a over UTF-16 units, then {@link #mix}. */
    public static long of(CharSequence text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    /** The finaliser of SplitMix64 (Steele et al. 2014): every input bit moves every output bit. */
    public static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
