package dev.earshot.trends.topic;

import dev.earshot.trends.spike.CountRatios;
import dev.earshot.trends.spike.Evidence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A mark that may be about to rise. Its evidence counts each account and each text once over all
 * buckets. Only digests are kept: what the mark is becomes known when enough people use it. Not
 * thread-safe.
 */
final class Candidate {
    /** Sizes of a rise that are looked for. */
    private static final double[] RISES = {4, 12, 40};

    /** So many accounts and texts are told apart. */
    static final int REMEMBERED = 8;

    private final Evidence evidence = new Evidence(RISES.length);
    private int[] authors = new int[0];
    private int[] copies = new int[0];
    private double votes;
    private double expected;
    private double rate;
    private long first = Long.MIN_VALUE;
    private long last;

    /**
     * Takes a bucket in which voices have the mark.
     *
     * @param voices all of the bucket
     * @param usually the share of voices that usually have it, more than 0
     * @param dispersion as {@link UsualRates#dispersion} says
     */
    void add(long second, List<Voice> having, int voices, double usually, double dispersion) {
        rate = usually;
        int fresh = 0;
        for (Voice voice : having) {
            if (isNew(voice)) {
                fresh++;
            }
        }
        if (fresh > 0) {
            first = first == Long.MIN_VALUE ? second : first;
            last = second;
        }
        count(fresh, voices, dispersion);
    }

    /** Takes a bucket in which no voice has the mark. */
    void pass(int voices, double dispersion) {
        count(0, voices, dispersion);
    }

    private void count(int fresh, int voices, double dispersion) {
        double usual = rate * voices;
        votes += fresh;
        expected += usual;
        evidence.add(CountRatios.of(fresh, usual, dispersion, RISES));
    }

    private boolean isNew(Voice voice) {
        if (authors.length >= REMEMBERED && copies.length >= REMEMBERED) {
            return true;
        }
        if (holds(authors, voice.author()) || holds(copies, voice.copy())) {
            return false;
        }
        authors = with(authors, voice.author());
        copies = with(copies, voice.copy());
        return true;
    }

    private static boolean holds(int[] digests, int digest) {
        for (int each : digests) {
            if (each == digest) {
                return true;
            }
        }
        return false;
    }

    private static int[] with(int[] digests, int digest) {
        int[] longer = Arrays.copyOf(digests, digests.length + 1);
        longer[digests.length] = digest;
        return longer;
    }

    /** Distinct accounts, at most {@value #REMEMBERED}. */
    int authors() {
        return authors.length;
    }

    int[] authorDigests() {
        return authors.clone();
    }

    double votes() {
        return votes;
    }

    double expected() {
        return expected;
    }

    /** Logarithm of the evidence. */
    double log() {
        return evidence.log();
    }

    /** Beginning of the first bucket with it. */
    long first() {
        return first;
    }

    /** Beginning of the last bucket that told something new. */
    long last() {
        return last;
    }

    void write(DataOutput out) throws IOException {
        evidence.write(out);
        digests(out, authors);
        digests(out, copies);
        out.writeDouble(votes);
        out.writeDouble(expected);
        out.writeDouble(rate);
        out.writeLong(first);
        out.writeLong(last);
    }

    static Candidate read(DataInput in) throws IOException {
        var candidate = new Candidate();
        candidate.evidence.read(in);
        candidate.authors = digests(in);
        candidate.copies = digests(in);
        candidate.votes = in.readDouble();
        candidate.expected = in.readDouble();
        candidate.rate = in.readDouble();
        candidate.first = in.readLong();
        candidate.last = in.readLong();
        return candidate;
    }

    private static void digests(DataOutput out, int[] digests) throws IOException {
        out.writeByte(digests.length);
        for (int digest : digests) {
            out.writeInt(digest);
        }
    }

    private static int[] digests(DataInput in) throws IOException {
        int[] digests = new int[in.readByte()];
        for (int i = 0; i < digests.length; i++) {
            digests[i] = in.readInt();
        }
        return digests;
    }
}
