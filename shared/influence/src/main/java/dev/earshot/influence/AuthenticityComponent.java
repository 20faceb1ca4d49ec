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
 * How little evidence there is of bought followers or bought responses: the product over signals of
 * {@code 1 - penalty * suspicion}. Each suspicion is in [0, 1] and never falls as more is bought,
 * so buying can't raise the product (monotone by construction). An unknown signal counts as
 * suspicious, fully if its input is missing and by half if there are too few responses yet; its
 * interval then extends to no suspicion.
 *
 * <p>Signals: unexplained gains of followers (Cresci et al. 2015), many likes but few replies
 * compared with peers of similar size, copied comments (MinHash, Broder 1997), pods (Weerasinghe et
 * al. 2020), responses in the first minutes, responses concentrated on few accounts (Simpson 1949),
 * comments of one or two words, and few responses for the number of followers. Penalties are set by
 * hand, larger for signals that honest authors hardly ever show. Stateless.
 */
public final class AuthenticityComponent {

    private AuthenticityComponent() {}

    /**
     * One signal.
     *
     * @param suspicion 0 to 1
     * @param low lower end of the suspicion's interval
     * @param high upper end
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
                        "%s of the responses come within the first 30 minutes, more than for"
                                + " peers"));
        signs.add(
                share(
                        author,
                        norms,
                        Measure.CONCENTRATION,
                        Constants.AUTHENTICITY_CONCENTRATION_PENALTY,
                        Constants.AUTHENTICITY_CONCENTRATION_SPREAD,
                        Constants.AUTHENTICITY_CONCENTRATION_FROM,
                        "responses come from few accounts: in %s of pairs, both are by the same account"));
        signs.add(
                share(
                        author,
                        norms,
                        Measure.GENERIC,
                        Constants.AUTHENTICITY_GENERIC_PENALTY,
                        Constants.AUTHENTICITY_GENERIC_SPREAD,
                        Constants.AUTHENTICITY_GENERIC_FROM,
                        "%s of the comments have at most two words, more than for peers"));
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
                ? List.of("no signs of bought followers, likes or comments")
                : reasons;
    }

    /** A signal whose input is missing. */
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
                        + " of the followers were gained without posts or responses that explain it",
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
            return missing("too few peers to know the usual number of likes per reply", penalty);
        }
        double above = norm.get().above(ratio.getAsDouble());
        return new Sign(
                String.format(
                        Locale.ROOT,
                        "%.0f likes per other response, compared with %.0f among %d peers",
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
                                + " accounts that respond at once and get responses in return"
                        : "no responses were seen",
                Constants.AUTHENTICITY_PODS_PENALTY,
                suspicion);
    }

    /** A signal from a share of the responses, compared with that of peers. */
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
                    author, "no " + measure.key() + " known: no responses were seen", penalty, 0);
        }
        double observed = author.measure(Measure.OBSERVED, 0);
        double median = norm.map(Norms.Norm::median).orElse(0.0);
        double sigma =
                norm.map(Norms.Norm::sigma)
                        .orElse(leastSigma * Constants.AUTHENTICITY_SPREAD_UNKNOWN);
        // With few responses the share is shrunk towards the usual one.
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

    /** Weights a suspicion by the number of unsuspicious responses that it is based on. */
    private static Sign unsure(
            AuthorSummary author, String reason, double penalty, double suspicion) {
        double unknown =
                Constants.AUTHENTICITY_TOO_FEW
                        / (author.measure(Measure.KEPT, 0) + Constants.AUTHENTICITY_TOO_FEW);
        double known = suspicion * (1 - unknown);
        return new Sign(
                suspicion < unknown ? "too few responses were seen to judge them" : reason,
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
                "far fewer responses than peers with as many followers",
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
     * Suspicion from a distance in spreads. It rises slowly below {@code from}, so that buying up
     * to the usual level does not pay either, and steeply above it, where honest authors are rare.
     */
    private static double rising(double distance, double from, double little) {
        return little * ramp(distance, Constants.AUTHENTICITY_RISING_FROM, from)
                + (1 - little) * ramp(distance, from, Constants.AUTHENTICITY_RISING_FULL);
    }

    private static double ramp(double value, double from, double to) {
        return Math.clamp((value - from) / (to - from), 0, 1);
    }
}
