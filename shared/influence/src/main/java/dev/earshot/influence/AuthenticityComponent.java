package dev.earshot.influence;

import dev.earshot.core.post.PostId;
import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.Measure;
import dev.earshot.influence.evidence.Responses;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.score.ScoreTable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How little speaks for a bought following or bought responses: the product over signals of {@code
 * 1 - penalty * suspicion}. Each suspicion lies in [0, 1], rises with what is bought and never
 * falls with it, so nothing bought can raise the product (monotone by construction); a signal that
 * is unknown counts as suspect, fully where the whole input is missing and by half where there are
 * merely too few responses yet, and opens the interval up to its absence.
 *
 * <p>Signals: followers gained without cause (Cresci et al. 2015), likes without replies against
 * peers of like size, copied comments (MinHash, Broder 1997), pods (Weerasinghe et al. 2020),
 * responses in the first minutes, responses by few (Simpson 1949), comments of one or two words,
 * and few responses for the followers claimed. Penalties are set by hand, larger where an honest
 * author hardly ever shows the sign. Stateless.
 */
public final class AuthenticityComponent {

    private AuthenticityComponent() {}

    /**
     * One sign.
     *
     * @param suspicion 0 to 1
     * @param low suspicion at best
     * @param high suspicion at worst
     */
    private record Sign(String reason, double penalty, double suspicion, double low, double high) {
        double factor(double s) {
            return 1 - penalty * s;
        }
    }

    static Component of(
            AuthorSummary author, Responses responses, Population population, ScoreTable table) {
        Norms norms = population.norms(author.platform());
        var signs = new ArrayList<Sign>();
        signs.add(followers(author));
        signs.add(likes(author, norms));
        signs.add(pods(author, responses));
        signs.add(
                share(
                        author,
                        norms,
                        Measure.DUPLICATES,
                        Constants.AUTHENTICITY_COPIES_PENALTY,
                        Constants.AUTHENTICITY_COPIES_SPREAD,
                        Constants.AUTHENTICITY_COPIES_FROM,
                        "%s of the comments are near-copies of each other"));
        signs.add(
                share(
                        author,
                        norms,
                        Measure.EARLY,
                        Constants.AUTHENTICITY_EARLY_PENALTY,
                        Constants.AUTHENTICITY_EARLY_SPREAD,
                        Constants.AUTHENTICITY_EARLY_FROM,
                        "%s of the responses come within the first 30 minutes, more than among"
                                + " peers"));
        signs.add(
                share(
                        author,
                        norms,
                        Measure.CONCENTRATION,
                        Constants.AUTHENTICITY_CONCENTRATION_PENALTY,
                        Constants.AUTHENTICITY_CONCENTRATION_SPREAD,
                        Constants.AUTHENTICITY_CONCENTRATION_FROM,
                        "responses come from few accounts: two are by one account in %s of cases"));
        signs.add(
                share(
                        author,
                        norms,
                        Measure.GENERIC,
                        Constants.AUTHENTICITY_GENERIC_PENALTY,
                        Constants.AUTHENTICITY_GENERIC_SPREAD,
                        Constants.AUTHENTICITY_GENERIC_FROM,
                        "%s of the comments have at most two words, more than among peers"));
        signs.add(silence(author, norms));

        double value = 1;
        double low = 1;
        double high = 1;
        for (Sign sign : signs) {
            value *= sign.factor(sign.suspicion());
            low *= sign.factor(sign.high());
            high *= sign.factor(sign.low());
        }
        List<PostId> evidence = responses.suspectTargets();
        return ScoreText.component(
                Component.Name.AUTHENTICITY,
                table,
                100 * value,
                100 * low,
                100 * high,
                reasons(signs),
                evidence);
    }

    private static List<String> reasons(List<Sign> signs) {
        List<String> reasons =
                signs.stream()
                        .filter(
                                sign ->
                                        sign.penalty() * sign.suspicion()
                                                > Constants.AUTHENTICITY_REASON)
                        .sorted(
                                Comparator.comparingDouble(
                                        sign -> -sign.penalty() * sign.suspicion()))
                        .map(Sign::reason)
                        .distinct()
                        .toList();
        return reasons.isEmpty()
                ? List.of("no sign of bought followers, likes or comments")
                : reasons;
    }

    /** A sign whose whole input is missing. */
    private static Sign missing(String what, double penalty) {
        return new Sign(what, penalty, 1, 0, 1);
    }

    private static Sign followers(AuthorSummary author) {
        double penalty = Constants.AUTHENTICITY_FOLLOWERS_PENALTY;
        OptionalDouble share = author.measure(Measure.UNEXPLAINED_FOLLOWERS);
        if (share.isEmpty()) {
            return missing("followers were seen on fewer than two days", penalty);
        }
        double suspicion =
                Math.clamp(share.getAsDouble() / Constants.AUTHENTICITY_FOLLOWERS_FULL, 0, 1);
        return new Sign(
                ScoreText.percent(share.getAsDouble())
                        + " of the followers came without posts or responses to explain them",
                penalty,
                suspicion,
                suspicion * Constants.AUTHENTICITY_FOLLOWERS_LOW,
                Math.min(
                        1,
                        suspicion * Constants.AUTHENTICITY_FOLLOWERS_HIGH
                                + Constants.AUTHENTICITY_FOLLOWERS_MARGIN));
    }

    private static Sign likes(AuthorSummary author, Norms norms) {
        double penalty = Constants.AUTHENTICITY_LIKES_PENALTY;
        OptionalDouble ratio = author.measure(Measure.LIKE_RATIO);
        Optional<Norms.Norm> norm =
                norms.of(author, Measure.LIKE_RATIO, Constants.AUTHENTICITY_LIKES_SPREAD);
        if (ratio.isEmpty()) {
            return missing("likes or replies are unknown", penalty);
        }
        if (norm.isEmpty()) {
            return missing("too few peers to say how many likes a reply are usual", penalty);
        }
        double above = norm.get().above(ratio.getAsDouble());
        return new Sign(
                String.format(
                        Locale.ROOT,
                        "%.0f likes for each other response, against %.0f among %d peers",
                        Math.exp(ratio.getAsDouble()),
                        Math.exp(norm.get().median()),
                        norm.get().peers()),
                penalty,
                likesSuspicion(above),
                likesSuspicion(above - Constants.AUTHENTICITY_STEP),
                likesSuspicion(above + Constants.AUTHENTICITY_STEP));
    }

    private static Sign pods(AuthorSummary author, Responses responses) {
        OptionalDouble share = author.measure(Measure.POD);
        double suspicion =
                share.isPresent()
                        ? ramp(
                                share.getAsDouble(),
                                Constants.AUTHENTICITY_PODS_FROM,
                                Constants.AUTHENTICITY_PODS_FULL)
                        : 0;
        return unsure(
                author,
                share.isPresent()
                        ? ScoreText.percent(share.getAsDouble())
                                + " of the responses are by "
                                + responses.podAccounts()
                                + " accounts that answer at once and are answered in turn"
                        : "no responses were seen",
                Constants.AUTHENTICITY_PODS_PENALTY,
                suspicion);
    }

    /** A share of the responses that is held against the peers'. */
    private static Sign share(
            AuthorSummary author,
            Norms norms,
            Measure measure,
            double penalty,
            double leastSigma,
            double from,
            String reason) {
        OptionalDouble share = author.measure(measure);
        Optional<Norms.Norm> norm = norms.of(author, measure, leastSigma);
        if (share.isEmpty()) {
            return unsure(
                    author,
                    "no " + measure.key() + " could be told: no responses seen",
                    penalty,
                    0);
        }
        double observed = author.measure(Measure.OBSERVED, 0);
        double median = norm.map(Norms.Norm::median).orElse(0.0);
        double sigma =
                norm.map(Norms.Norm::sigma)
                        .orElse(leastSigma * Constants.AUTHENTICITY_SPREAD_UNKNOWN);
        // A share of few is drawn towards the usual, and its own noise widens what passes for
        // usual.
        double shrunk =
                (share.getAsDouble() * observed + median * Constants.AUTHENTICITY_TOO_FEW)
                        / (observed + Constants.AUTHENTICITY_TOO_FEW);
        double suspicion =
                ramp((shrunk - median) / sigma, from, from + Constants.AUTHENTICITY_SHARE_WIDTH);
        return unsure(
                author,
                String.format(Locale.ROOT, reason, ScoreText.percent(share.getAsDouble())),
                penalty,
                suspicion);
    }

    /** Weighs a suspicion with how many responses that are not suspect there were to judge by. */
    private static Sign unsure(
            AuthorSummary author, String reason, double penalty, double suspicion) {
        double unknown =
                Constants.AUTHENTICITY_TOO_FEW
                        / (author.measure(Measure.KEPT, 0) + Constants.AUTHENTICITY_TOO_FEW);
        double known = suspicion * (1 - unknown);
        return new Sign(
                suspicion < unknown ? "few responses were seen to judge them by" : reason,
                penalty,
                known + unknown * Math.max(Constants.AUTHENTICITY_UNSURE, suspicion),
                known,
                Math.min(1, known + unknown));
    }

    private static Sign silence(AuthorSummary author, Norms norms) {
        double penalty = Constants.AUTHENTICITY_SILENCE_PENALTY;
        OptionalDouble response = author.measure(Measure.PER_FOLLOWER);
        Optional<Norms.Norm> norm =
                norms.of(author, Measure.PER_FOLLOWER, Constants.AUTHENTICITY_SILENCE_SPREAD);
        if (response.isEmpty() || norm.isEmpty()) {
            return missing("followers are unknown, or too few peers' are known", penalty);
        }
        double below = -norm.get().above(response.getAsDouble());
        return new Sign(
                "far fewer responses than peers have for as many followers",
                penalty,
                silenceSuspicion(below),
                silenceSuspicion(below - Constants.AUTHENTICITY_STEP),
                silenceSuspicion(below + Constants.AUTHENTICITY_STEP));
    }

    private static double likesSuspicion(double above) {
        return rising(
                above, Constants.AUTHENTICITY_LIKES_FROM, Constants.AUTHENTICITY_LIKES_EARLY_PART);
    }

    private static double silenceSuspicion(double below) {
        return rising(
                below,
                Constants.AUTHENTICITY_SILENCE_FROM,
                Constants.AUTHENTICITY_SILENCE_EARLY_PART);
    }

    /**
     * Suspicion from a distance in spreads: a little all along, so that buying into the usual is no
     * gain either, then steeply from where hardly an honest author is.
     */
    private static double rising(double distance, double from, double little) {
        return little * ramp(distance, Constants.AUTHENTICITY_RISING_FROM, from)
                + (1 - little) * ramp(distance, from, Constants.AUTHENTICITY_RISING_FULL);
    }

    private static double ramp(double value, double from, double to) {
        return Math.clamp((value - from) / (to - from), 0, 1);
    }
}
