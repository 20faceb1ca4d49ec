package dev.earshot.trends.shock;

import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.TrendKind;
import dev.earshot.trends.series.SeriesState;
import dev.earshot.trends.spike.Spike;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rise of many brands at once on one platform, such as an outage that everybody writes about: one
 * episode of all brands, of which the brands' own are parts. Stateless.
 *
 * <p>A brand rises by itself about once a week. That four of twelve do so within half an hour by
 * chance has then a probability of 4e-8, and of more brands still less; so what is asked for is
 * that the rise is wide, a third of the brands and four at least.
 */
public final class Shock {
    /** Rises that begin within this time of each other are one. */
    static final Duration TOGETHER = Duration.ofMinutes(30);

    /** Brands that follow within this time after the shock is told are parts of it. */
    static final Duration FOLLOWING = Duration.ofHours(1);

    private static final int LEAST_BRANDS = 4;
    private static final int LEAST_PART = 3;

    private Shock() {}

    /** How many of so many brands must rise together. */
    public static int least(int watched) {
        return Math.max(LEAST_BRANDS, Math.ceilDiv(watched, LEAST_PART));
    }

    /**
     * Whether so many brands look raised at once that a shock may be about to begin: half of those
     * that it takes, three at least.
     */
    public static boolean mayBegin(long raised, long watched) {
        return raised >= Math.max(LEAST_BRANDS - 1, (least((int) watched) + 1) / 2);
    }

    /**
     * Whether a brand's platform has begun to rise so lately that a shock may have to do with it.
     */
    public static boolean isFresh(PlatformSeries series, Instant until) {
        return series.rising().filter(s -> s.start().isAfter(until.minus(FOLLOWING))).isPresent();
    }

    /** The series of brands that have been seen for long enough to count. */
    public static List<PlatformSeries> watched(Collection<PlatformSeries> ofPlatform) {
        return ofPlatform.stream().filter(s -> s.days() >= SeriesState.JUDGED_DAYS).toList();
    }

    /**
     * The shock that begins, if one does.
     *
     * @param ofPlatform the series of all brands on one platform
     * @param until end of their last bucket
     */
    public static Optional<Spike> begins(Collection<PlatformSeries> ofPlatform, Instant until) {
        List<PlatformSeries> watched = watched(ofPlatform);
        List<Spike> fresh =
                watched.stream()
                        .flatMap(series -> series.rising().stream())
                        .filter(spike -> !spike.start().isBefore(until.minus(TOGETHER)))
                        .toList();
        return fresh.size() < least(watched.size())
                ? Optional.empty()
                : Optional.of(sum(fresh, watched.size()));
    }

    /** Whether a shock is over: fewer than half of those that it took still rise. */
    public static boolean isOver(Collection<PlatformSeries> ofPlatform) {
        List<PlatformSeries> watched = watched(ofPlatform);
        long rising = watched.stream().filter(series -> series.rising().isPresent()).count();
        return rising < (least(watched.size()) + 1) / 2;
    }

    private static Spike sum(List<Spike> spikes, int watched) {
        Spike first = spikes.getFirst();
        Instant start = first.start();
        Spike largest = first;
        double observed = 0;
        double expected = 0;
        double variance = 0;
        double evidence = 0;
        for (Spike spike : spikes) {
            start = spike.start().isBefore(start) ? spike.start() : start;
            largest = spike.peakCount() > largest.peakCount() ? spike : largest;
            observed += spike.observed();
            expected += spike.expected();
            variance += spike.relativeVariance() * spike.observed() * spike.observed();
            // The mean of e-values is one, however they depend on each other (Vovk and Wang 2021).
            evidence += spike.evidence() / watched;
        }
        return new Spike(
                start,
                largest.peak(),
                largest.peakCount(),
                Optional.empty(),
                EpisodeState.OPEN,
                observed,
                expected,
                variance / Math.max(1, observed * observed),
                evidence,
                1);
    }

    /**
     * Ids of the episodes that are parts of a shock among these and need not be told: of all posts,
     * a platform, a language or a hashtag of a brand that rises on the platform, decided with the
     * shock or after it. What was decided before the shock was known was told, and stays told.
     *
     * @param changes of all brands, and of {@link Episode#ALL_BRANDS}
     */
    public static Set<String> parts(Collection<EpisodeChange> changes) {
        List<EpisodeChange> begun =
                changes.stream().filter(change -> change.episode().version() == 1).toList();
        List<EpisodeChange> shocks =
                begun.stream().filter(change -> isShock(change.episode())).toList();
        var parts = new HashSet<String>();
        for (EpisodeChange shock : shocks) {
            for (EpisodeChange change : begun) {
                if (follows(change, shock) && isOn(change.episode(), shock.episode(), begun)) {
                    parts.add(change.episode().id());
                }
            }
        }
        return parts;
    }

    private static boolean isShock(Episode episode) {
        return episode.brand().equals(Episode.ALL_BRANDS) && episode.kind() == TrendKind.PLATFORM;
    }

    private static boolean follows(EpisodeChange change, EpisodeChange shock) {
        return !change.episode().brand().equals(Episode.ALL_BRANDS)
                && !change.at().isBefore(shock.at())
                && !change.at().isAfter(shock.at().plus(FOLLOWING));
    }

    private static boolean isOn(Episode episode, Episode shock, List<EpisodeChange> begun) {
        return switch (episode.kind()) {
            case PLATFORM -> episode.key().equals(shock.key());
            case MENTIONS, LANGUAGE, HASHTAG ->
                    begun.stream()
                            .map(EpisodeChange::episode)
                            .anyMatch(
                                    other ->
                                            other.brand().equals(episode.brand())
                                                    && other.kind() == TrendKind.PLATFORM
                                                    && other.key().equals(shock.key())
                                                    && Duration.between(
                                                                            other.start(),
                                                                            episode.start())
                                                                    .abs()
                                                                    .compareTo(TOGETHER)
                                                            <= 0);
            case COMPLAINT_SHARE, NEGATIVE_SHARE, PRODUCT, TOPIC -> false;
        };
    }
}
