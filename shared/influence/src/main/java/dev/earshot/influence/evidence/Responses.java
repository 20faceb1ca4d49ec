package dev.earshot.influence.evidence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.PostId;
import dev.earshot.core.sketch.CommentSketch;
import dev.earshot.influence.graph.Endorsement;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.score.ScoreTable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The responses to an author, and which of them count. These do not count:
 *
 * <ul>
 *   <li>pods: accounts that repeatedly respond to the author's posts within {@link
 *       ScoreTable#EARLY} and get the same in return (Weerasinghe et al. 2020, "The Pod People")
 *   <li>copies: comments of at least three words that another account also wrote, detected by
 *       {@link CommentSketch} (near-duplicates, Broder 1997)
 * </ul>
 *
 * Of the rest, an account's first responses count in full and further ones less and less, times the
 * account's {@link Plausibility}. Excluded responses have no effect at all, so buying them can't
 * help. Immutable.
 */
public final class Responses {

    private final Map<AuthorRef, List<Interaction>> kept = new LinkedHashMap<>();
    private final Map<AuthorRef, Double> plausible = new HashMap<>();
    private final Set<AuthorRef> pod;
    private final List<Interaction> copies = new ArrayList<>();
    private final int observed;
    private int podResponses;
    private int comments;
    private int generic;
    private int early;
    private final Map<AuthorRef, Integer> all = new HashMap<>();
    private final Set<AuthorRef> courted = new HashSet<>();

    private Responses(AuthorHistory history, Map<AuthorRef, Account> accounts, Instant asOf) {
        List<Interaction> received = newest(history.received());
        observed = received.size();
        pod = pod(received, history.given());
        history.given().stream()
                .filter(Interaction::targetIsOriginal)
                .forEach(response -> courted.add(response.to()));
        Set<PostId> copied = copied(received);
        for (Interaction response : received) {
            all.merge(response.from(), 1, Integer::sum);
            early += isEarly(response) ? 1 : 0;
            response.comment()
                    .ifPresent(
                            comment -> {
                                comments++;
                                generic +=
                                        comment.words() < Constants.RESPONSE_WORDS_TO_COMPARE
                                                ? 1
                                                : 0;
                            });
            if (pod.contains(response.from())) {
                podResponses++;
            } else if (copied.contains(response.response())) {
                copies.add(response);
            } else {
                kept.computeIfAbsent(response.from(), f -> new ArrayList<>()).add(response);
            }
        }
        for (AuthorRef account : kept.keySet()) {
            plausible.put(
                    account,
                    Plausibility.of(
                            accounts.getOrDefault(account, Account.unknown(account)), asOf));
        }
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

    private static boolean isEarly(Interaction response) {
        return Duration.between(response.targetAt(), response.at()).compareTo(ScoreTable.EARLY)
                <= 0;
    }

    private static Set<AuthorRef> pod(List<Interaction> received, List<Interaction> given) {
        var meetings = new HashMap<AuthorRef, Meetings>();
        for (Interaction response : received) {
            if (response.targetIsOriginal()) {
                meetings.computeIfAbsent(response.from(), f -> new Meetings()).received(response);
            }
        }
        for (Interaction response : given) {
            Meetings with = meetings.get(response.to());
            if (with != null && response.targetIsOriginal()) {
                with.given(response);
            }
        }
        var pod = new HashSet<AuthorRef>();
        meetings.forEach(
                (account, with) -> {
                    if (with.isPod()) {
                        pod.add(account);
                    }
                });
        return pod;
    }

    /** Responses whose words another account also wrote. */
    private static Set<PostId> copied(List<Interaction> received) {
        var buckets = new HashMap<Long, List<Interaction>>();
        var copied = new HashSet<PostId>();
        for (Interaction response : received) {
            CommentSketch comment = response.comment().orElse(null);
            if (comment == null || comment.words() < Constants.RESPONSE_WORDS_TO_COMPARE) {
                continue;
            }
            for (int band = 0; band < Constants.RESPONSE_BANDS; band++) {
                List<Interaction> alike =
                        buckets.computeIfAbsent(
                                comment.band(band, Constants.RESPONSE_BANDS),
                                b -> new ArrayList<>());
                for (Interaction other : alike) {
                    if (!other.from().equals(response.from())
                            && other.comment().orElseThrow().similarity(comment)
                                    >= Constants.RESPONSE_SAME) {
                        copied.add(other.response());
                        copied.add(response.response());
                    }
                }
                // A bucket need not be compared in full: one match is enough.
                if (alike.size() < Constants.RESPONSE_COMPARED) {
                    alike.add(response);
                }
            }
        }
        return copied;
    }

    /** Number of responses seen. */
    public int observed() {
        return observed;
    }

    /** Number of responses that count. */
    public int keptResponses() {
        return kept.values().stream().mapToInt(List::size).sum();
    }

    /** Accounts whose responses count, each with its plausibility. */
    public Map<AuthorRef, Double> engagers() {
        return Map.copyOf(plausible);
    }

    /** The responses of one account that count. */
    public List<Interaction> of(AuthorRef engager) {
        return List.copyOf(kept.getOrDefault(engager, List.of()));
    }

    /**
     * One endorsement per engager, for the topic graph; repeated responses count by their
     * logarithm. An engager to whom the author responds in turn does not endorse: that may be
     * courtesy, or a trade.
     */
    public Collection<Endorsement> endorsements(AuthorRef author) {
        return kept.entrySet().stream()
                .filter(e -> !courted.contains(e.getKey()))
                .map(
                        e ->
                                new Endorsement(
                                        e.getKey(),
                                        author,
                                        (1 + Math.log(e.getValue().size()))
                                                * plausible.getOrDefault(
                                                        e.getKey(), Constants.ACCOUNT_UNKNOWN)))
                .toList();
    }

    /**
     * Share of the publicly counted responses that do not count. If only some of them are stored,
     * the same proportion is assumed for the rest; if more are stored than were counted, the
     * excluded ones are subtracted from the count.
     *
     * @param counted number of replies, reposts and quotes that the author's posts state
     */
    double removedShare(double counted) {
        double removed = observed - keptResponses();
        return removed == 0 ? 0 : Math.min(1, removed / Math.max(1, Math.min(observed, counted)));
    }

    /** Number of people behind the engagers, each weighted by the plausibility of the account. */
    public double people() {
        return engagers().values().stream().sorted().mapToDouble(Responses::person).sum();
    }

    /** The weight, 0 to 1, of an account of a given plausibility. */
    public static double person(double plausibility) {
        return Math.max(
                0,
                (plausibility - Constants.AUDIENCE_IMPLAUSIBLE)
                        / (1 - Constants.AUDIENCE_IMPLAUSIBLE));
    }

    /**
     * Number of independent, plausible people behind the kept responses, as a share of these
     * responses.
     */
    double independentShare() {
        double sum = 0;
        for (var entry : kept.entrySet()) {
            int n = entry.getValue().size();
            double full = Math.min(n, Constants.RESPONSE_FULL_RESPONSES);
            double people = full + Math.log(Math.max(1, n / full));
            sum += people * plausible.getOrDefault(entry.getKey(), Constants.ACCOUNT_UNKNOWN);
        }
        int responses = keptResponses();
        return responses == 0 ? 0 : sum / responses;
    }

    double podShare() {
        return observed == 0 ? 0 : (double) podResponses / observed;
    }

    public int podAccounts() {
        return pod.size();
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

    /** Unbiased Simpson's index: the probability that two responses are by the same account. */
    double concentration() {
        double pairs = 0;
        for (int n : all.values()) {
            pairs += (double) n * (n - 1);
        }
        return observed < 2 ? 0 : pairs / ((double) observed * (observed - 1));
    }

    /** The author's posts that received the most excluded responses. */
    public List<PostId> suspectTargets() {
        var counts = new HashMap<PostId, Integer>();
        copies.forEach(copy -> counts.merge(copy.target(), 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(
                        Map.Entry.<PostId, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(e -> e.getKey().toString()))
                .map(Map.Entry::getKey)
                .limit(ScoreTable.EVIDENCE)
                .toList();
    }

    /** The exchanges between the author and one account. */
    private static final class Meetings {
        private final Set<PostId> mine = new HashSet<>();
        private final Set<PostId> theirs = new HashSet<>();
        private int responses;
        private int early;

        void received(Interaction response) {
            mine.add(response.target());
            count(response);
        }

        void given(Interaction response) {
            theirs.add(response.target());
            count(response);
        }

        private void count(Interaction response) {
            responses++;
            early += isEarly(response) ? 1 : 0;
        }

        boolean isPod() {
            return mine.size() >= Constants.RESPONSE_POD_MEETINGS
                    && theirs.size() >= Constants.RESPONSE_POD_MEETINGS
                    && early >= Constants.RESPONSE_POD_EARLY_SHARE * responses;
        }
    }
}
