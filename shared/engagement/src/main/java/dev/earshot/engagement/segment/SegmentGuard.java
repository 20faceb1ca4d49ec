package dev.earshot.engagement.segment;

import dev.earshot.core.Digests;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Decides what may be told of groups of people. A group, and what is left of the population without
 * it, needs at least {@value #K} people; so does each part that two saved segments cut out of one
 * another, unless the rules alone leave it empty. The bars lie up to nine higher and sizes are
 * rounded to tens at places that only a secret knows, anew for each rule and day, so that a size
 * does not tell whether one more person is there. Refusals are worded alike whatever the reason in
 * the data. Thread-safe.
 */
public final class SegmentGuard {
    /** The smallest group that anything is told of. */
    public static final int K = 20;

    /** Sizes are rounded to this. */
    public static final int STEP = 10;

    private final byte[] secret;

    /**
     * @param secret that decides where sizes are rounded; not to be known outside
     */
    public SegmentGuard(byte[] secret) {
        this.secret = secret.clone();
    }

    /** The size as it may be told; empty if the segment or the rest of the people is too small. */
    OptionalLong size(Population people, SegmentRule rule) {
        long members = people.members(rule).size();
        long shift = shift(people, rule.toString());
        boolean large = members >= K + shift && people.size() - members >= K + shift;
        return large
                ? OptionalLong.of(Math.max(K, (members + shift) / STEP * STEP))
                : OptionalLong.empty();
    }

    /**
     * The saved segment that would tell of too few people together with this one; empty if there is
     * none.
     */
    Optional<Segment> tooClose(Population people, SegmentRule rule, List<Segment> saved) {
        return saved.stream().filter(other -> !apart(people, rule, other.rule())).findFirst();
    }

    private boolean apart(Population people, SegmentRule one, SegmentRule other) {
        if (one.implies(other) && other.implies(one)) {
            return false;
        }
        long bar = K + shift(people, one + "\n" + other);
        long both = people.inBoth(one, other);
        boolean common = one.excludes(other) || both >= bar;
        boolean first = one.implies(other) || people.members(one).size() - both >= bar;
        boolean second = other.implies(one) || people.members(other).size() - both >= bar;
        return common && first && second;
    }

    /** 0 to 9, the same all day for the same question. */
    private long shift(Population people, String question) {
        MessageDigest sha256 = Digests.newSha256();
        sha256.update(secret);
        LocalDate day = people.day();
        sha256.update((people.brandId() + "\n" + day + "\n").getBytes(StandardCharsets.UTF_8));
        byte[] digest = sha256.digest(question.getBytes(StandardCharsets.UTF_8));
        return Math.floorMod((long) digest[0] * 256 + digest[1], (long) STEP);
    }
}
