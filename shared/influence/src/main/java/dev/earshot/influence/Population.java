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
 * The workspace's authors as a background against which each is scored: who is of like size on the
 * same platform, what is usual among them, and which words are common. Fitted from the workspace's
 * own summaries and nothing else. Immutable, thread-safe.
 *
 * <p>A score depends on the population, so a run that scores only some authors must use the
 * population that the rest were scored with: keep {@link #members()} for as long as scores are to
 * be compared (a day, say), then fit anew and score everybody. The same members give an equal
 * population.
 */
public final class Population {
    /**
     * The most members that one platform contributes: chosen by pseudonym, which is a keyed hash.
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
                            ? Constants.POPULATION_LEAST_PEOPLE
                            : Math.max(
                                    Constants.POPULATION_LEAST_PEOPLE,
                                    Robust.quantile(engagers, Constants.POPULATION_MANY_QUANTILE)));
        }
    }

    private static boolean viewed(AuthorSummary author) {
        return author.measure(Measure.BY_VIEWS, 0) > 0;
    }

    /** The population of these authors, in any order. */
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

    /** Whom it was fitted on, by pseudonym. */
    public List<AuthorSummary> members() {
        return members;
    }

    /** An author's rate held against this population; empty without posts of known exposure. */
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

    /** The mean rate of authors of like size on the author's platform. */
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

    /** Distinct plausible engagers of the platform's best twentieth. */
    double manyPeople(Platform platform) {
        return people.getOrDefault(platform, Constants.POPULATION_LEAST_PEOPLE);
    }

    /** Inverse document frequency of a hashed word over authors (Spärck Jones 1972), above 0. */
    double importance(int bucket) {
        return Constants.POPULATION_LEAST_IMPORTANCE
                + Math.log(
                                (members.size() + 1.0)
                                        / (documents.getOrDefault(bucket, 0)
                                                + Constants.POPULATION_HALF_AUTHOR))
                        / Math.log(members.size() + 2.0);
    }
}
