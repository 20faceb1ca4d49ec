package dev.earshot.influence.evidence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.PostId;
import dev.earshot.core.sketch.CommentSketch;
import dev.earshot.influence.graph.Endorsement;
import dev.earshot.influence.profile.Doubt;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.score.ScoreTable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The responses to an author, and how many people they stand for. What costs nothing counts for
 * nothing:
 *
 * <ul>
 *   <li>an account's first three responses count, over all posts together
 *   <li>an account that responds often, and to nobody else, does not count
 *   <li>pods do not count: accounts that trade responses with the author, and circles of partners
 *       that trade them with each other (Weerasinghe et al. 2020, "The Pod People")
 *   <li>copies do not count: comments of at least three words that another account also wrote,
 *       detected by {@link CommentSketch} (near-duplicates, Broder 1997)
 *   <li>an account that its platform describes counts by its {@link Plausibility}
 * </ul>
 *
 * So {@code N} accounts are worth at most {@code 3 N} responses, whatever they do. Immutable.
 */
public final class Responses {

    private final Map<AuthorRef, List<Interaction>> kept = new LinkedHashMap<>();
    private final Map<AuthorRef, Double> people = new TreeMap<>(WeighedPosts.BY_PSEUDONYM);
    private final Circle circle;
    private final List<Interaction> copies = new ArrayList<>();
    private final List<Interaction> trades = new ArrayList<>();
    private final Set<AuthorRef> devotees = new HashSet<>();
    private final int observed;
    private final OptionalDouble doubt;
    private int comments;
    private int generic;
    private int early;
    private int devoted;
    private final Map<AuthorRef, Integer> all = new HashMap<>();
    private final Set<AuthorRef> courted = new HashSet<>();

    private Responses(AuthorHistory history, Map<AuthorRef, Account> accounts, Instant asOf) {
        List<Interaction> received = newest(history.received());
        observed = received.size();
        circle = Circle.of(received, history.given(), accounts);
        history.given().stream()
                .filter(Interaction::targetIsOriginal)
                .forEach(response -> courted.add(response.to()));
        Set<PostId> copied = Copies.among(received);
        for (Interaction response : received) {
            all.merge(response.from(), 1, Integer::sum);
            early += isEarly(response) ? 1 : 0;
            response.comment().ifPresent(this::comment);
            if (copied.contains(response.response())) {
                copies.add(response);
            } else if (circle.contains(response.from())) {
                trades.add(response);
            } else {
                kept.computeIfAbsent(response.from(), f -> new ArrayList<>()).add(response);
            }
        }
        kept.forEach((account, own) -> people.put(account, person(account, accounts, asOf)));
        doubt = doubt(accounts, asOf);
    }

    private void comment(CommentSketch comment) {
        comments++;
        generic += comment.words() < Constants.RESPONSE_WORDS_TO_COMPARE ? 1 : 0;
    }

    /** How much of a person an account counts as, 0 to 1. */
    private double person(AuthorRef ref, Map<AuthorRef, Account> accounts, Instant asOf) {
        Account account = accounts.getOrDefault(ref, Account.unknown(ref));
        int responses = all.getOrDefault(ref, 0);
        if (responses >= Constants.RESPONSE_DEVOTED && account.answersOneAlone()) {
            devoted += responses;
            devotees.add(ref);
            return 0;
        }
        if (!account.described()) {
            return 1;
        }
        double plausibility = account.plausibility(asOf);
        return Math.max(
                0,
                (plausibility - Constants.AUDIENCE_IMPLAUSIBLE)
                        / (1 - Constants.AUDIENCE_IMPLAUSIBLE));
    }

    private OptionalDouble doubt(Map<AuthorRef, Account> accounts, Instant asOf) {
        double sum = 0;
        double weight = 0;
        for (var entry : new TreeMap<>(byPseudonym()).entrySet()) {
            Account account = accounts.get(entry.getValue());
            if (account != null && account.described()) {
                int n = all.getOrDefault(entry.getValue(), 0);
                sum += n * (1 - account.plausibility(asOf));
                weight += n;
            }
        }
        return weight > 0 ? OptionalDouble.of(sum / weight) : OptionalDouble.empty();
    }

    private Map<String, AuthorRef> byPseudonym() {
        var named = new HashMap<String, AuthorRef>();
        all.keySet().forEach(account -> named.put(account.pseudonym(), account));
        return named;
    }

    /** Filters and weights the responses to an author. */
    public static Responses of(
            AuthorHistory history, Map<AuthorRef, Account> accounts, Instant asOf) {
        return new Responses(history, accounts, asOf);
    }

    private static List<Interaction> newest(List<Interaction> received) {
        int most = ScoreTable.CURRENT.maxInteractions();
        return received.subList(Math.max(0, received.size() - most), received.size());
    }

    static boolean isEarly(Interaction response) {
        return Duration.between(response.targetAt(), response.at()).compareTo(ScoreTable.EARLY)
                <= 0;
    }

    /** Number of responses seen. */
    public int observed() {
        return observed;
    }

    /** Distinct people behind the responses that count. */
    public double people() {
        double sum = 0;
        for (double person : people.values()) {
            sum += person;
        }
        return sum;
    }

    /** Number of responses seen that do not count. */
    public double removed() {
        double counted = 0;
        for (var entry : people.entrySet()) {
            int responses = kept.getOrDefault(entry.getKey(), List.of()).size();
            counted += entry.getValue() * Math.min(responses, Constants.RESPONSE_COUNTED);
        }
        return observed - counted;
    }

    /**
     * The responses that are doubted, by the first reason that holds; one by an account that looks
     * made for sale counts by how much it does. Only numbers above 0.
     */
    public Map<Doubt, Double> doubted() {
        var doubted = new EnumMap<Doubt, Double>(Doubt.class);
        add(doubted, Doubt.COPIED, copies.size());
        add(doubted, Doubt.TRADED, trades.size());
        people.forEach(
                (account, person) ->
                        add(
                                doubted,
                                devotees.contains(account) ? Doubt.DEVOTED : Doubt.IMPLAUSIBLE,
                                (1 - person) * kept.getOrDefault(account, List.of()).size()));
        return doubted;
    }

    private static void add(Map<Doubt, Double> doubted, Doubt doubt, double number) {
        if (number > 0) {
            doubted.merge(doubt, number, Double::sum);
        }
    }

    /**
     * One endorsement per account, for the topic graph. An account to which the author responds in
     * turn does not endorse: that may be courtesy, or a trade.
     *
     * @param counts which responses count, for instance those to posts on the topic
     */
    public Collection<Endorsement> endorsements(AuthorRef author, Predicate<Interaction> counts) {
        var endorsements = new ArrayList<Endorsement>();
        people.forEach(
                (account, person) -> {
                    boolean endorses =
                            person > 0
                                    && !courted.contains(account)
                                    && kept.getOrDefault(account, List.of()).stream()
                                            .anyMatch(counts);
                    if (endorses) {
                        endorsements.add(new Endorsement(account, author, person));
                    }
                });
        return endorsements;
    }

    /** Number of partners in a circle around the author. */
    public int circle() {
        return circle.size();
    }

    int comments() {
        return comments;
    }

    double genericShare() {
        return comments == 0 ? 0 : (double) generic / comments;
    }

    double copiedShare() {
        return comments == 0 ? 0 : Math.min(1, (double) copies.size() / comments);
    }

    double earlyShare() {
        return observed == 0 ? 0 : (double) early / observed;
    }

    double devotedShare() {
        return observed == 0 ? 0 : (double) devoted / observed;
    }

    /** Mean doubt over the responses by described accounts; empty without any. */
    OptionalDouble doubt() {
        return doubt;
    }

    /** Unbiased Simpson's index: the probability that two responses are by the same account. */
    double concentration() {
        double pairs = 0;
        for (int n : all.values()) {
            pairs += (double) n * (n - 1);
        }
        return observed < 2 ? 0 : pairs / ((double) observed * (observed - 1));
    }

    /** The author's posts that received the most copied, traded and devoted responses. */
    public List<PostId> suspectTargets() {
        var counts = new HashMap<PostId, Integer>();
        Stream.of(
                        copies.stream(),
                        trades.stream(),
                        devotees.stream()
                                .flatMap(account -> kept.getOrDefault(account, List.of()).stream()))
                .flatMap(doubted -> doubted)
                .forEach(response -> counts.merge(response.target(), 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(
                        Map.Entry.<PostId, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(e -> e.getKey().toString()))
                .map(Map.Entry::getKey)
                .limit(ScoreTable.EVIDENCE)
                .toList();
    }
}
