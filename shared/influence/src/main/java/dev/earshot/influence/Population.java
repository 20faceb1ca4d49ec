package dev.earshot.influence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.Measure;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.statistics.GammaDistribution;
import dev.earshot.influence.statistics.Robust;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The workspace's authors as the reference for each score: the peers of similar size on the same
 * platform, what is usual for them, and which words are common. Fitted only to the workspace's own
 * summaries. Immutable, thread-safe.
 *
 * <p>A score depends on the population, so a run that scores only some authors must use the
 * population that the other scores were computed with: keep {@link #members()} for as long as
 * scores must be comparable (a day, say), then fit a new population and score everybody. The same
 * members give an equal population.
 */
public final class Population {
    /**
     * Maximum number of members per platform; they are chosen by pseudonym, which is a keyed hash.
     */
    public static final int MAX_MEMBERS_PER_PLATFORM = Constants.POPULATION_MAX_MEMBERS;

    private final List<AuthorSummary> members;
    private final Map<Platform, Rates> byViews = new EnumMap<>(Platform.class);
    private final Map<Platform, Rates> byFollowers = new EnumMap<>(Platform.class);
    private final Map<Platform, Norms> norms = new EnumMap<>(Platform.class);
    private final Map<Platform, Double> people = new EnumMap<>(Platform.class);
    private final Map<Integer, Integer> documents = new HashMap<>();

    private Population(List<AuthorSummary> members) {
        this.members = members;
        Map<Platform, List<AuthorSummary>> platforms = new EnumMap<>(Platform.class);
        for (AuthorSummary member : members) {
            platforms.computeIfAbsent(member.platform(), p -> new ArrayList<>()).add(member);
            for (int bucket : member.topics().buckets()) {
                documents.merge(bucket, 1, Integer::sum);
            }
        }
        for (Platform platform : Platform.values()) {
            List<AuthorSummary> authors = platforms.getOrDefault(platform, List.of());
            byViews.put(platform, new Rates(authors.stream().filter(Population::viewed).toList()));
            byFollowers.put(platform, new Rates(authors.stream().filter(a -> !viewed(a)).toList()));
            norms.put(platform, new Norms(authors));
            double[] engagers =
                    authors.stream().mapToDouble(a -> a.measure(Measure.ENGAGERS, 0)).toArray();
            people.put(
                    platform,
                    engagers.length == 0
                            ? Constants.POPULATION_MIN_PEOPLE
                            : Math.max(
                                    Constants.POPULATION_MIN_PEOPLE,
                                    Robust.quantile(engagers, Constants.POPULATION_MANY_QUANTILE)));
        }
    }

    private static boolean viewed(AuthorSummary author) {
        return author.measure(Measure.BY_VIEWS, 0) > 0;
    }

    /** Fits a population to authors in any order. */
    public static Population fit(Collection<AuthorSummary> authors) {
        Map<AuthorRef, AuthorSummary> distinct = new HashMap<>();
        authors.forEach(author -> distinct.put(author.author(), author));
        Map<Platform, Integer> taken = new EnumMap<>(Platform.class);
        List<AuthorSummary> members =
                distinct.values().stream()
                        .sorted(Comparator.comparing(a -> a.author().pseudonym()))
                        .filter(
                                a ->
                                        taken.merge(a.platform(), 1, Integer::sum)
                                                <= MAX_MEMBERS_PER_PLATFORM)
                        .toList();
        return new Population(members);
    }

    /** The authors it was fitted to, by pseudonym. */
    public List<AuthorSummary> members() {
        return members;
    }

    /** An author's rate, given this population as prior; empty without posts of known exposure. */
    public Optional<RateEstimate> rate(AuthorSummary author) {
        if (!(author.measure(Measure.EXPOSURE, 0) > 0)) {
            return Optional.empty();
        }
        Rates rates = rates(author);
        Rates.Peer own = rates.peer(author);
        GammaDistribution posterior = rates.posterior(author).rate();
        return Optional.of(
                new RateEstimate(
                        own.rate(),
                        posterior.mean(),
                        posterior,
                        own.exposure(),
                        own.inflation(posterior.mean())));
    }

    /** The mean rate of authors of similar size on the author's platform. */
    public double usualRate(AuthorSummary author) {
        return rates(author)
                .prior(author.measure(Measure.SIZE, 0), author.author().pseudonym())
                .rate()
                .mean();
    }

    Rates rates(AuthorSummary author) {
        Map<Platform, Rates> pools = viewed(author) ? byViews : byFollowers;
        Rates rates = pools.get(author.platform());
        if (rates == null) {
            throw new IllegalStateException("every platform has a pool");
        }
        return rates;
    }

    Norms norms(Platform platform) {
        Norms norm = norms.get(platform);
        if (norm == null) {
            throw new IllegalStateException("every platform has norms");
        }
        return norm;
    }

    /** The number of distinct plausible engagers that starts the top 5 % of the platform. */
    double manyPeople(Platform platform) {
        return people.getOrDefault(platform, Constants.POPULATION_MIN_PEOPLE);
    }

    /** Inverse document frequency of a hashed word over authors (Spärck Jones 1972), above 0. */
    double importance(int bucket) {
        return Constants.POPULATION_MIN_IMPORTANCE
                + Math.log(
                                (members.size() + 1.0)
                                        / (documents.getOrDefault(bucket, 0)
                                                + Constants.POPULATION_HALF_AUTHOR))
                        / Math.log(members.size() + 2.0);
    }
}
