package dev.earshot.queryapi.source;

import dev.earshot.collect.source.QueryText;
import dev.earshot.collect.source.SourceSpec;
import dev.earshot.collect.state.Gap;
import dev.earshot.collect.state.SourceStatus;
import dev.earshot.core.brand.Brand;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A source in answers.
 *
 * @param queries what it is asked by: as given, or made of its brands' names
 * @param queriesMade whether they were made
 * @param credential the name of its entry in the secret of credentials
 */
record SourceView(
        String id,
        String kind,
        List<String> brands,
        List<String> queries,
        boolean queriesMade,
        List<String> targets,
        String credential,
        long intervalMinutes,
        long backfillHours,
        int dailyRequests,
        int dailyPosts,
        boolean onlyMentions,
        boolean paused,
        State state) {
    /**
     * How far it is.
     *
     * @param completeUntil everything made before it was collected, as far as the platform shows it
     * @param lagSeconds how far that lies behind now
     * @param sent posts and removals sent on, ever
     * @param withheld posts of authors who do not want to be indexed, ever
     */
    record State(
            Optional<Instant> fetchedAt,
            Optional<Instant> dueAt,
            Optional<Instant> completeUntil,
            Optional<Long> lagSeconds,
            int requestsToday,
            int postsToday,
            long sent,
            long withheld,
            Optional<Long> quotaLeft,
            Optional<Integer> quotaPercentLeft,
            int failures,
            Optional<String> error,
            List<Gap> gaps) {
        static State of(SourceStatus status, Instant now) {
            boolean today = status.day().equals(LocalDate.ofInstant(now, ZoneOffset.UTC));
            return new State(
                    status.fetchedAt(),
                    Optional.of(status.dueAt()).filter(due -> !due.equals(Instant.EPOCH)),
                    status.completeUntil(),
                    status.lag(now).map(lag -> Math.max(0, lag.toSeconds())),
                    today ? status.requests() : 0,
                    today ? status.posts() : 0,
                    status.sent(),
                    status.withheld(),
                    status.quotaLeft(),
                    status.quotaPercentLeft(),
                    status.failures(),
                    status.error(),
                    status.gaps());
        }
    }

    static SourceView of(SourceSpec source, SourceStatus status, List<Brand> watched, Instant now) {
        List<Brand> own =
                watched.stream().filter(brand -> source.brands().contains(brand.id())).toList();
        return new SourceView(
                source.id(),
                source.kind().key(),
                source.brands(),
                QueryText.of(source, own),
                source.kind().queried() && source.queries().isEmpty(),
                source.targets(),
                source.credentialName(),
                source.interval().toMinutes(),
                source.backfill().toHours(),
                source.dailyRequests(),
                source.dailyPosts(),
                source.onlyMentions(),
                source.paused(),
                State.of(status, now));
    }
}
