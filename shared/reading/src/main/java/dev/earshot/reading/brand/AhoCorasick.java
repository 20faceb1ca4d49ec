package dev.earshot.reading.brand;

import java.util.Arrays;
import java.util.List;

/**
 * Finds all occurrences of many patterns in one pass (Aho and Corasick, CACM 18(6), 1975): time
 * linear in the text and the number of hits, whatever the number of patterns. Edges live in one
 * open-addressed table keyed by node and character. Immutable and thread-safe.
 */
final class AhoCorasick {
    private static final int ROOT = 0;

    private final long[] keys;
    private final int[] children;
    private final int mask;
    private final int[] fail;

    /** Nearest node, from this one along the failure links, at which a pattern ends; -1 if none. */
    private final int[] hitNode;

    private final int[] firstPattern;
    private final int[] nextPattern;
    private final int[] lengths;

    /** Receives each occurrence. */
    @FunctionalInterface
    interface Hits {
        /** Pattern number {@code pattern} occurs at {@code [start, end)}. */
        void at(int pattern, int start, int end);
    }

    /**
     * @param patterns not empty; the same pattern may be listed several times
     */
    AhoCorasick(List<String> patterns) {
        int nodes = 1;
        for (String pattern : patterns) {
            nodes += pattern.length();
        }
        int size = Integer.highestOneBit(Math.max(8, nodes)) * 4;
        keys = new long[size];
        children = new int[size];
        mask = size - 1;
        firstPattern = new int[nodes];
        nextPattern = new int[patterns.size()];
        lengths = new int[patterns.size()];
        Arrays.fill(firstPattern, -1);
        int[] parent = new int[nodes];
        char[] edge = new char[nodes];
        int[] depth = new int[nodes];
        int used = 1;
        for (int p = 0; p < patterns.size(); p++) {
            String pattern = patterns.get(p);
            int node = ROOT;
            for (int i = 0; i < pattern.length(); i++) {
                char c = pattern.charAt(i);
                int next = child(node, c);
                if (next < 0) {
                    next = used++;
                    put(node, c, next);
                    parent[next] = node;
                    edge[next] = c;
                    depth[next] = i + 1;
                }
                node = next;
            }
            nextPattern[p] = firstPattern[node];
            firstPattern[node] = p;
            lengths[p] = pattern.length();
        }
        fail = new int[used];
        hitNode = new int[used];
        link(byDepth(depth, used), parent, edge);
    }

    private static int[] byDepth(int[] depth, int used) {
        int deepest = 0;
        for (int i = 0; i < used; i++) {
            deepest = Math.max(deepest, depth[i]);
        }
        int[] at = new int[deepest + 2];
        for (int i = 0; i < used; i++) {
            at[depth[i] + 1]++;
        }
        for (int d = 1; d < at.length; d++) {
            at[d] += at[d - 1];
        }
        int[] order = new int[used];
        for (int i = 0; i < used; i++) {
            order[at[depth[i]]++] = i;
        }
        return order;
    }

    private void link(int[] order, int[] parent, char[] edge) {
        hitNode[ROOT] = -1;
        for (int i = 1; i < order.length; i++) {
            int node = order[i];
            if (parent[node] != ROOT) {
                fail[node] = step(fail[parent[node]], edge[node]);
            }
            hitNode[node] = firstPattern[node] >= 0 ? node : hitNode[fail[node]];
        }
    }

    /** Reports every occurrence, in order of its end. */
    void find(char[] text, Hits hits) {
        int node = ROOT;
        for (int i = 0; i < text.length; i++) {
            node = step(node, text[i]);
            for (int hit = hitNode[node]; hit > 0; hit = hitNode[fail[hit]]) {
                for (int p = firstPattern[hit]; p >= 0; p = nextPattern[p]) {
                    hits.at(p, i + 1 - lengths[p], i + 1);
                }
            }
        }
    }

    private int step(int from, char c) {
        int node = from;
        while (true) {
            int next = child(node, c);
            if (next >= 0) {
                return next;
            }
            if (node == ROOT) {
                return ROOT;
            }
            node = fail[node];
        }
    }

    private int child(int node, char c) {
        long key = ((long) node << 16 | c) + 1;
        for (int slot = slot(key); keys[slot] != 0; slot = (slot + 1) & mask) {
            if (keys[slot] == key) {
                return children[slot];
            }
        }
        return -1;
    }

    private void put(int node, char c, int next) {
        long key = ((long) node << 16 | c) + 1;
        int slot = slot(key);
        while (keys[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        keys[slot] = key;
        children[slot] = next;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & mask;
    }
}
