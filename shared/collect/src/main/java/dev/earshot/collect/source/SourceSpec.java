package dev.earshot.collect.source;

import dev.earshot.core.Checks;
import dev.earshot.core.FieldException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A source of posts, as its owner wants it.
 *
 * @param id 1 to 64 of {@code a-z 0-9 - _}
 * @param brands ids of the brands that it is for, 1 to 20
 * @param queries in the platform's own syntax; empty makes them of the brands' names
 * @param targets accounts, servers, addresses, channels, subreddits or apps, by kind; at most 100
 * @param credential the name of an entry in the secret of credentials; empty takes the kind's
 * @param interval how often it is asked: a minute to a day
 * @param backfill how far back the first walk goes: nothing to 30 days
 * @param dailyRequests most requests of a UTC day, 1 to 1,000,000
 * @param dailyPosts most posts of a UTC day that are asked for, for platforms that charge by post
 * @param onlyMentions whether only posts that mention one of its brands are sent on
 * @param paused whether it rests
 */
public record SourceSpec(
        String id,
        SourceKind kind,
        List<String> brands,
        List<String> queries,
        List<String> targets,
        Optional<String> credential,
        Duration interval,
        Duration backfill,
        int dailyRequests,
        int dailyPosts,
        boolean onlyMentions,
        boolean paused) {
    /** Most targets, and most queries that are given. */
    public static final int MAX_TARGETS = 100;

    /** Most posts of a day, unless the source says. */
    public static final int USUAL_DAILY_POSTS = 100_000;

    private static final int MAX_BRANDS = 20;
    private static final int MAX_LENGTH = 2_000;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration FARTHEST = Duration.ofDays(30);

    public SourceSpec {
        Checks.id("id", id);
        brands.forEach(brand -> Checks.id("brands", brand));
        if (brands.isEmpty() || brands.size() > MAX_BRANDS) {
            throw new FieldException("brands", "must hold 1 to 20 ids, got " + brands.size());
        }
        brands = brands.stream().distinct().toList();
        queries = texts("queries", queries);
        targets = texts("targets", targets);
        if (!kind.queried() && !queries.isEmpty()) {
            throw new FieldException(
                    "queries", "must be left out: a source of kind " + kind.key() + " has none");
        }
        if (!kind.named() && !targets.isEmpty()) {
            throw new FieldException(
                    "targets", "must be left out: a source of kind " + kind.key() + " has none");
        }
        if (kind.named() && targets.isEmpty()) {
            throw new FieldException(
                    "targets", "must name what a source of kind " + kind.key() + " reads");
        }
        targets.forEach(target -> Targets.check(kind, target));
        credential.ifPresent(name -> Checks.id("credential", name));
        within("interval", interval, SHORTEST, LONGEST);
        within("backfill", backfill, Duration.ZERO, FARTHEST);
        Checks.inRange("dailyRequests", dailyRequests, 1, 1_000_000);
        Checks.inRange("dailyPosts", dailyPosts, 1, 100_000_000);
    }

    /** A source with everything else as usual. */
    public static SourceSpec of(
            String id, SourceKind kind, List<String> brands, List<String> targets) {
        return new SourceSpec(
                id,
                kind,
                brands,
                List.of(),
                targets,
                Optional.empty(),
                kind.interval(),
                kind.backfill(),
                kind.dailyRequests(),
                USUAL_DAILY_POSTS,
                kind.onlyMentions(),
                false);
    }

    /** The name of its credential. */
    public String credentialName() {
        return credential.orElse(kind.credential());
    }

    private static List<String> texts(String field, List<String> texts) {
        if (texts.size() > MAX_TARGETS) {
            throw new FieldException(
                    field, "must hold at most " + MAX_TARGETS + ", got " + texts.size());
        }
        for (int i = 0; i < texts.size(); i++) {
            Checks.name(field + "[" + i + "]", texts.get(i), MAX_LENGTH);
        }
        return texts.stream().map(String::strip).distinct().toList();
    }

    private static void within(String field, Duration value, Duration low, Duration high) {
        if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
            throw new FieldException(
                    field, "must lie between " + low + " and " + high + ", got " + value);
        }
    }
}
