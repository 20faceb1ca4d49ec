package dev.earshot.influence;

import dev.earshot.influence.evidence.AuthorEvidence;
import dev.earshot.influence.evidence.AuthorHistory;
import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.BrandProfile;
import dev.earshot.influence.evidence.Measure;
import dev.earshot.influence.evidence.Responses;
import dev.earshot.influence.evidence.WeighedPosts;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.score.InfluencerScore;
import dev.earshot.influence.score.ScoreTable;
import dev.earshot.influence.score.Total;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Scores authors relative to one population. Equal input gives a bit-identical score, in whatever
 * order authors are scored. Thread-safe.
 *
 * <p>{@link Total} combines the components into one number. All intervals of the score are at 90 %,
 * unlike those of shares and evaluations ({@code dev.earshot.core.statistics.Interval}).
 */
public final class Scorer {

    private final ScoreTable table;
    private final Population population;
    private final Map<String, AlignmentComponent> alignment = new ConcurrentHashMap<>();

    /**
     * @param population the peers; the same population for all scores that must be comparable
     */
    public Scorer(ScoreTable table, Population population) {
        this.table = table;
        this.population = population;
    }

    /** An author's response rate, as scores see it; empty if nothing is measured. */
    public Optional<RateEstimate> rate(AuthorSummary summary) {
        return population.rate(summary);
    }

    /** Computes one author's score for one brand, as of a given time. */
    public InfluencerScore score(AuthorEvidence evidence, BrandProfile brand, Instant asOf) {
        AuthorHistory history = evidence.history();
        AuthorSummary summary = AuthorSummary.of(history, evidence.engagers(), table, asOf);
        Responses responses = Responses.of(history, evidence.engagers(), asOf);
        WeighedPosts posts = WeighedPosts.of(history, table, asOf);
        Optional<RateEstimate> rate = rate(summary);
        Exposure unit = population.rates(history.platform()).unit();
        List<Component> components =
                List.of(
                        EngagementComponent.of(rate, unit, posts, table),
                        AudienceComponent.of(
                                rate, responses, population.reach(history.platform()), table),
                        alignment(brand).of(history, summary, table, asOf),
                        StanceComponent.of(history, brand, table),
                        AuthenticityComponent.of(summary, responses, population, table),
                        ImpactComponent.of(evidence.impact(), history, brand.brandId(), table),
                        AuthorityComponent.of(evidence.standing(), table));
        Total total = Total.of(components);
        return new InfluencerScore(
                history.ref(),
                history.platform(),
                brand.brandId(),
                total.score(),
                total.low(),
                total.high(),
                components,
                caveats(summary),
                (int) summary.measure(Measure.POSTS, 0),
                asOf,
                table.version());
    }

    private AlignmentComponent alignment(BrandProfile brand) {
        return alignment.computeIfAbsent(
                brand.brandId(), id -> new AlignmentComponent(brand, population));
    }

    private List<String> caveats(AuthorSummary summary) {
        var caveats = new ArrayList<String>();
        int posts = (int) summary.measure(Measure.POSTS, 0);
        if (posts < Constants.TOTAL_FEW_POSTS) {
            caveats.add(
                    posts == 0
                            ? "no original posts in the window: this is little more than a guess"
                            : "based on "
                                    + ScoreText.posts(posts)
                                    + ": the interval is wide, and the score may move a lot with"
                                    + " the next");
        }
        if (summary.measure(Measure.FOLLOWERS).isEmpty()) {
            caveats.add("followers are unknown");
        }
        if (summary.measure(Measure.OBSERVED, 0) == 0) {
            caveats.add("no responses were seen, so pods and copied comments can't be ruled out");
        }
        if (summary.measure(Measure.UNEXPLAINED_FOLLOWERS).isEmpty()) {
            caveats.add(
                    "followers were seen on fewer than two days, so bought ones can't be ruled"
                            + " out");
        }
        int peers = population.rates(summary.platform()).size();
        if (peers < Constants.TOTAL_FEW_PEERS) {
            caveats.add(
                    peers == 0
                            ? "no creators are stored on this platform to compare with"
                            : "too few creators are stored on this platform to compare well ("
                                    + peers
                                    + ")");
        }
        return caveats;
    }
}
