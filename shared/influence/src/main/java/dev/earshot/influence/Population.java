package dev.earshot.influence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.statistics.Robust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The workspace's creators as the reference for each score: the peers of similar size on the same
 * platform, what is usual for them, and which words are common. Whoever posts now and then is no
 * peer. Fitted only to the workspace's own summaries. Immutable, thread-safe.
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
    private final Map<Platform, Rates> rates = new EnumMap<>(Platform.class);
    private final Map<Platform, Norms> norms = new EnumMap<>(Platform.class);
    private final Map<Platform, Reach> reach = new EnumMap<>(Platform.class);
    private final Map<Integer, Integer> documents = new HashMap<>();

    /** Middle and spread of ln of the creators' responses a post. */
    record Reach(double median, double sigma) {}

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
            rates.put(platform, new Rates(authors));
            norms.put(platform, new Norms(authors));
        }
        double[] everywhere =
                rates.values().stream().flatMapToDouble(r -> Arrays.stream(r.logReach())).toArray();
        for (Platform platform : Platform.values()) {
            double[] own = rates(platform).logReach();
            reach.put(platform, reach(own.length < Constants.REACH_FEW ? everywhere : own));
        }
    }

    private static Reach reach(double[] logs) {
        if (logs.length < Constants.RATE_FEW) {
            return new Reach(
                    Math.log(Constants.RATE_NO_PEERS_PER_POST), Constants.REACH_SPREAD_UNKNOWN);
        }
        double median = Robust.median(logs);
        return new Reach(median, Math.max(Constants.REACH_MIN_SPREAD, Robust.sigma(logs, median)));
    }

    /** Fits a population to authors in any order. */
    public static Population fit(Collection<AuthorSummary> authors) {
        Map<AuthorRef, AuthorSummary> distinct = new HashMap<>();
        authors.forEach(author -> distinct.put(author.author(), author));
        Map<Platform, Integer> taken = new EnumMap<>(Platform.class);
        List<AuthorSummary> members =
                distinct.values().stream()
                        .filter(AuthorSummary::isCreator)
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

    /** An author's rate, given this population as prior; empty if nothing is measured. */
    public Optional<RateEstimate> rate(AuthorSummary author) {
        if (!Rates.isMeasured(author)) {
            return Optional.empty();
        }
        Rates own = rates(author.platform());
        Rates.Peer peer = own.peer(author);
        Rates.Posterior posterior = own.posterior(author);
        double mean = posterior.rate().mean();
        return Optional.of(
                new RateEstimate(
                        peer.rate(),
                        mean,
                        posterior.rate(),
                        posterior.peers(),
                        posterior.peerCount(),
                        peer.exposure(),
                        peer.weight(),
                        peer.inflation(mean),
                        own.widening()));
    }

    Rates rates(Platform platform) {
        Rates own = rates.get(platform);
        if (own == null) {
            throw new IllegalStateException("every platform has rates");
        }
        return own;
    }

    Norms norms(Platform platform) {
        Norms norm = norms.get(platform);
        if (norm == null) {
            throw new IllegalStateException("every platform has norms");
        }
        return norm;
    }

    Reach reach(Platform platform) {
        Reach own = reach.get(platform);
        if (own == null) {
            throw new IllegalStateException("every platform has a reach");
        }
        return own;
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
