package dev.earshot.influence.score;

import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.AuthorRef;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The accounts that respond to an author, as digests: enough to estimate how far two audiences
 * overlap, and nothing else. For a large audience only the smallest digests are kept; as all
 * samples follow the same rule, they can be compared (coordinated bottom-k sampling, Cohen and
 * Kaplan 2007). Immutable.
 *
 * @param size total number of accounts
 * @param least digests as unsigned numbers, ascending, at most {@value #MAX_DIGESTS}
 */
public record Audience(int size, long[] least) {
    /** Maximum number of digests kept: 8 KB. */
    public static final int MAX_DIGESTS = 1_000;

    /** An empty audience. */
    public static final Audience NONE = new Audience(0, new long[0]);

    public Audience {
        least = least.clone();
        if (size < least.length) {
            throw new IllegalArgumentException(
                    "size must be at least the sample's " + least.length + ", got " + size);
        }
    }

    /** The audience of these accounts. */
    public static Audience of(Collection<AuthorRef> accounts) {
        List<Long> digests =
                accounts.stream()
                        .map(
                                account ->
                                        Long.parseUnsignedLong(
                                                ErasureMark.of(account).digest(), 0, 16, 16))
                        .distinct()
                        .sorted(Long::compareUnsigned)
                        .toList();
        return new Audience(
                digests.size(),
                digests.stream().limit(MAX_DIGESTS).mapToLong(Long::longValue).toArray());
    }

    @Override
    public long[] least() {
        return least.clone();
    }

    private boolean whole() {
        return least.length == size;
    }

    /**
     * The part of several audiences that all samples cover, and the number of accounts that each
     * account in it represents.
     *
     * @param accounts accounts by audience, each as a pseudonym made from its digest
     * @param scale 1 if every sample is complete
     */
    public record Common<K>(Map<K, List<AuthorRef>> accounts, double scale) {}

    /** Cuts samples to the range that all of them cover, so that their unions can be estimated. */
    public static <K> Common<K> common(Map<K, Audience> audiences) {
        long limit = -1L;
        boolean cut = false;
        for (Audience audience : audiences.values()) {
            if (!audience.whole()) {
                long last = audience.least[audience.least.length - 1];
                limit = !cut || Long.compareUnsigned(last, limit) < 0 ? last : limit;
                cut = true;
            }
        }
        long greatest = limit;
        double share = cut ? (unsigned(greatest) + 1) / 0x1p64 : 1;
        Map<K, List<AuthorRef>> accounts =
                audiences.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        e ->
                                                Arrays.stream(e.getValue().least)
                                                        .filter(
                                                                d ->
                                                                        Long.compareUnsigned(
                                                                                        d, greatest)
                                                                                <= 0)
                                                        .mapToObj(Audience::account)
                                                        .toList()));
        return new Common<>(accounts, 1 / share);
    }

    private static double unsigned(long value) {
        return (value >>> 1) * 2.0 + (value & 1);
    }

    private static AuthorRef account(long digest) {
        return new AuthorRef(String.format(java.util.Locale.ROOT, "%016x%016x", 0, digest));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Audience that
                && size == that.size
                && Arrays.equals(least, that.least);
    }

    @Override
    public int hashCode() {
        return 31 * size + Arrays.hashCode(least);
    }

    @Override
    public String toString() {
        return "Audience[" + size + "]";
    }
}
