package dev.earshot.influence;

import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.FollowerGrowth;
import dev.earshot.influence.evidence.Measure;
import dev.earshot.influence.evidence.Responses;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.score.ScoreTable;
import dev.earshot.influence.statistics.Normal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How little evidence there is of bought followers or bought responses. Each sign is the distance
 * of a measure from that of peers of similar size, in standard errors, so that what is usual on a
 * platform, or rests on few posts, raises no doubt. Distances beyond {@link
 * Constants#AUTHENTICITY_FROM} are squared and added: one strong sign weighs more than many weak
 * ones. A sign that can't be measured is left out; what is left out widens the interval downwards,
 * and never lowers the value.
 *
 * <p>Signs: followers that look bought in steps (Cresci et al. 2015) or growth that no response
 * follows; many likes for the responses or views, or for some posts alone; copied comments
 * (MinHash, Broder 1997); circles that trade responses (Weerasinghe et al. 2020); responses in the
 * first minutes; by few accounts (Simpson 1949); by accounts that answer nobody else; by accounts
 * that look made for sale; comments of one or two words. Stateless.
 */
public final class AuthenticityComponent {

    private AuthenticityComponent() {}

    /**
     * One kind of sign.
     *
     * @param leastSigma lower limit of the spread among peers, so that a negligible difference
     *     never looks large because the peers happen to agree
     */
    private record Kind(Measure measure, double leastSigma, String reason) {}

    private static final List<Kind> KINDS =
            List.of(
                    new Kind(
                            Measure.UNEXPLAINED_FOLLOWERS,
                            Constants.AUTHENTICITY_STEP_SPREAD,
                            "%s of the followers came in steps that neither posts nor responses"
                                    + " explain"),
                    new Kind(
                            Measure.GROWTH,
                            Constants.AUTHENTICITY_GROWTH_SPREAD,
                            "followers grew by %s, far more than for peers, and the responses"
                                    + " hardly"),
                    new Kind(
                            Measure.LIKE_RATIO,
                            Constants.AUTHENTICITY_LIKES_SPREAD,
                            "%s likes for each comment or share, far more than for peers"),
                    new Kind(
                            Measure.LIKES_PER_VIEW,
                            Constants.AUTHENTICITY_LIKES_SPREAD,
                            "%s of the views left a like, far more than for peers"),
                    new Kind(
                            Measure.UNEVEN_LIKES,
                            Constants.AUTHENTICITY_UNEVEN_SPREAD,
                            "some posts have %s times the likes of others with as many comments"
                                    + " and shares"),
                    new Kind(
                            Measure.COPIES,
                            Constants.AUTHENTICITY_COPIES_SPREAD,
                            "%s of the comments are near-copies of each other"),
                    new Kind(
                            Measure.EARLY,
                            Constants.AUTHENTICITY_EARLY_SPREAD,
                            "%s of the responses come within the first 30 minutes"),
                    new Kind(
                            Measure.CONCENTRATION,
                            Constants.AUTHENTICITY_CONCENTRATION_SPREAD,
                            "in %s of pairs of responses, both are by one account"),
                    new Kind(
                            Measure.DEVOTED,
                            Constants.AUTHENTICITY_DEVOTED_SPREAD,
                            "%s of the responses are by accounts that answer nobody else"),
                    new Kind(
                            Measure.DOUBT,
                            Constants.AUTHENTICITY_DOUBT_SPREAD,
                            "the accounts that respond look made for sale, to %s"),
                    new Kind(
                            Measure.CIRCLE,
                            Constants.AUTHENTICITY_CIRCLE_SPREAD,
                            "%s partners trade responses in a circle"),
                    new Kind(
                            Measure.GENERIC,
                            Constants.AUTHENTICITY_GENERIC_SPREAD,
                            "%s of the comments have at most two words"));

    /** A sign of one author. */
    private record Sign(Kind kind, double value, double distance) {
        double doubt() {
            double beyond =
                    Math.clamp(
                            distance - Constants.AUTHENTICITY_FROM, 0, Constants.AUTHENTICITY_MOST);
            return beyond * beyond;
        }
    }

    static Component of(
            AuthorSummary author, Responses responses, Population population, ScoreTable table) {
        Norms norms = population.norms(author.platform());
        List<Sign> signs = KINDS.stream().flatMap(k -> sign(author, norms, k).stream()).toList();
        if (signs.isEmpty()) {
            return ScoreText.unknown(
                    Component.Name.AUTHENTICITY,
                    "nothing is known that would tell bought followers, likes or comments");
        }
        double doubt = Math.sqrt(signs.stream().mapToDouble(Sign::doubt).sum());
        double missing = 1 - (double) signs.size() / KINDS.size();
        double z = Constants.AUTHENTICITY_CLEAN - doubt;
        double error = Constants.AUTHENTICITY_ERROR + missing;
        return ScoreText.component(
                Component.Name.AUTHENTICITY,
                table,
                100 * Normal.cumulative(z),
                100 * Normal.cumulative(z - Normal.Z90 * error),
                100 * Normal.cumulative(z + Normal.Z90 * Constants.AUTHENTICITY_ERROR),
                reasons(signs),
                responses.suspectTargets());
    }

    private static Optional<Sign> sign(AuthorSummary author, Norms norms, Kind kind) {
        OptionalDouble value = author.measure(kind.measure());
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<Norms.Norm> usual =
                kind.measure() == Measure.CIRCLE
                        // No platform has so many circles that they are usual.
                        ? Optional.of(new Norms.Norm(0, kind.leastSigma(), 0))
                        : norms.of(author, kind.measure(), kind.leastSigma());
        return usual.map(
                norm ->
                        new Sign(
                                kind,
                                value.getAsDouble(),
                                distance(author, norms, kind, norm, value.getAsDouble())));
    }

    private static double distance(
            AuthorSummary author, Norms norms, Kind kind, Norms.Norm norm, double value) {
        double observed = author.measure(Measure.OBSERVED, 0) + 1;
        return switch (kind.measure()) {
            case LIKE_RATIO ->
                    norm.above(
                            value,
                            1 / (author.measure(Measure.STATED_RESPONSES, 0) + 1)
                                    + 1 / (author.measure(Measure.LIKES, 0) + 1));
            case LIKES_PER_VIEW -> norm.above(value, 1 / (author.measure(Measure.LIKES, 0) + 1));
            case UNEVEN_LIKES -> norm.above(value, author.measure(Measure.UNEVEN_VARIANCE, 1));
            case EARLY, GENERIC, CONCENTRATION -> norm.shareAbove(value, observed);
            case COPIES, DEVOTED, DOUBT -> norm.above(value, norm.shareVariance() / observed);
            case CIRCLE -> norm.above(value, 0);
            case UNEXPLAINED_FOLLOWERS ->
                    atMost(norm.above(value, 0)) * author.measure(Measure.BOUGHT_PROBABILITY, 1);
            case GROWTH ->
                    atMost(norm.above(value, 0)) * hollow(author, norms, value - norm.median());
            default -> throw new IllegalStateException(kind.measure() + " is no sign");
        };
    }

    /** What is no surer by being larger, so that a probability can weigh it. */
    private static double atMost(double distance) {
        return Math.min(distance, Constants.AUTHENTICITY_FROM + Constants.AUTHENTICITY_MOST);
    }

    /**
     * The probability that growth beyond the peers' was bought: the responses did not grow with the
     * followers.
     */
    private static double hollow(AuthorSummary author, Norms norms, double growth) {
        double odds = Constants.AUTHENTICITY_GROWTH_ODDS;
        double least = Constants.AUTHENTICITY_HOLLOW_SPREAD;
        OptionalDouble hollow = author.measure(Measure.HOLLOW_GROWTH);
        if (hollow.isPresent()) {
            double usual =
                    norms.of(author, Measure.HOLLOW_GROWTH, least)
                            .map(Norms.Norm::median)
                            .orElse(0.0);
            odds +=
                    FollowerGrowth.likelihood(
                            growth,
                            growth - (hollow.getAsDouble() - usual),
                            least * least + author.measure(Measure.HOLLOW_VARIANCE, 1));
        }
        return 1 / (1 + Math.exp(-odds));
    }

    private static List<String> reasons(List<Sign> signs) {
        List<String> reasons =
                signs.stream()
                        .filter(sign -> sign.doubt() > 0)
                        .sorted(Comparator.comparingDouble(sign -> -sign.doubt()))
                        .map(AuthenticityComponent::reason)
                        .toList();
        return reasons.isEmpty()
                ? List.of("no more signs of bought followers, likes or comments than peers have")
                : reasons;
    }

    private static String reason(Sign sign) {
        double value = sign.value();
        String amount =
                switch (sign.kind().measure()) {
                    case GROWTH -> ScoreText.percent(Math.expm1(value));
                    case UNEVEN_LIKES ->
                            String.format(Locale.ROOT, "%.0f", Math.exp(2 * Math.sqrt(value)));
                    case LIKE_RATIO -> String.format(Locale.ROOT, "%.0f", Math.exp(value));
                    case LIKES_PER_VIEW -> ScoreText.percent(Math.exp(value));
                    case CIRCLE -> ScoreText.count(Math.expm1(value));
                    default -> ScoreText.percent(value);
                };
        return String.format(Locale.ROOT, sign.kind().reason(), amount);
    }
}
