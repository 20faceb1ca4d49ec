package dev.earshot.usecase.scoring;

import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.influence.CreatorProfiles;
import dev.earshot.influence.Population;
import dev.earshot.influence.RateEstimate;
import dev.earshot.influence.Scorer;
import dev.earshot.influence.evidence.Account;
import dev.earshot.influence.evidence.AuthorEvidence;
import dev.earshot.influence.evidence.AuthorHistory;
import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.BrandProfile;
import dev.earshot.influence.graph.Standing;
import dev.earshot.influence.impact.AudienceSeries;
import dev.earshot.influence.impact.ImpactStudy;
import dev.earshot.influence.profile.CreatorProfile;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.InfluencerScore;
import dev.earshot.influence.score.ScoreTable;
import dev.earshot.influence.score.ScoredAuthor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Scores authors from the activity and the baseline of a workspace. Thread-safe. */
final class AuthorScoring {
    private static final int TOPICS_OF_ONE = 3;

    private final WorkspaceActivity activity;
    private final DailyBaseline baseline;
    private final Set<String> registered;
    private final List<BrandProfile> profiles;
    private final Scorer scorer;

    AuthorScoring(WorkspaceActivity activity, DailyBaseline baseline, BrandCatalogue catalogue) {
        this.activity = activity;
        this.baseline = baseline;
        registered = catalogue.ids();
        this.profiles =
                catalogue.watched().stream()
                        .map(b -> BrandProfile.of(b, List.of(), registered, Set.of()))
                        .toList();
        this.scorer = new Scorer(ScoreTable.CURRENT, Population.fit(baseline.members()));
    }

    /**
     * An author's scores: one for each brand that the author mentioned, and, of a creator, one for
     * each registered brand, since who does not speak of a brand yet may be whom it looks for.
     */
    List<ScoredAuthor> score(AuthorRef author) {
        List<String> brands = activity.brands(author, WorkspaceActivity.since(baseline.asOf()));
        boolean creator = baseline.isCreator(author);
        List<BrandProfile> wanted =
                profiles.stream()
                        .filter(
                                profile ->
                                        brands.contains(profile.brandId())
                                                || (creator
                                                        && registered.contains(profile.brandId())))
                        .toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        AuthorHistory history = activity.history(author, baseline.asOf());
        Map<AuthorRef, Account> engagers = activity.engagers(author);
        // Only of those who act in public as creators; nobody else is looked at so closely.
        Optional<CreatorProfile> profile =
                creator
                        ? Optional.of(CreatorProfiles.of(history, engagers, baseline.asOf()))
                        : Optional.empty();
        var scores = new ArrayList<ScoredAuthor>();
        for (BrandProfile brand : wanted) {
            AuthorEvidence evidence =
                    new AuthorEvidence(
                            history,
                            engagers,
                            standing(author, brand.brandId(), Optional.empty()),
                            impact(author, brand.brandId()));
            InfluencerScore scored = scorer.score(evidence, brand, baseline.asOf());
            scores.add(
                    new ScoredAuthor(
                            scored,
                            history.account().followers(),
                            topics(author, brand, scored),
                            profile));
        }
        return scores;
    }

    /** An author's response rate; empty if nothing is measured. */
    Optional<RateEstimate> rate(AuthorRef author) {
        return scorer.rate(
                AuthorSummary.of(
                        activity.history(author, baseline.asOf()),
                        activity.engagers(author),
                        ScoreTable.CURRENT,
                        baseline.asOf()));
    }

    private Optional<Standing> standing(AuthorRef author, String brandId, Optional<String> topic) {
        return Optional.ofNullable(
                baseline.standings()
                        .getOrDefault(DailyBaseline.graph(brandId, topic), Map.of())
                        .get(AuthorSummary.anonymous(author)));
    }

    private Optional<ImpactStudy> impact(AuthorRef author, String brandId) {
        AudienceSeries treated = DailyBaseline.series(activity, author, brandId, baseline.asOf());
        AuthorRef self = AuthorSummary.anonymous(author);
        List<AudienceSeries> others =
                baseline.controls().getOrDefault(brandId, List.of()).stream()
                        .filter(other -> !other.author().equals(self))
                        .toList();
        return treated.audience() == 0
                ? Optional.empty()
                : Optional.of(new ImpactStudy(treated, others));
    }

    /** The brand's topics that the author writes about most, each with its own standing. */
    private List<ScoredAuthor.OnTopic> topics(
            AuthorRef author, BrandProfile brand, InfluencerScore whole) {
        Map<String, Long> used =
                activity.posts(author).stream()
                        .filter(post -> !post.isRepost())
                        .flatMap(post -> post.hashtags().stream())
                        .collect(Collectors.groupingBy(topic -> topic, Collectors.counting()));
        return baseline.topics().getOrDefault(brand.brandId(), List.of()).stream()
                .filter(used::containsKey)
                .sorted(
                        Comparator.comparingLong((String topic) -> -used.getOrDefault(topic, 0L))
                                .thenComparing(topic -> topic))
                .limit(TOPICS_OF_ONE)
                .map(topic -> onTopic(author, brand, whole, topic))
                .toList();
    }

    /** The score with the standing on a topic instead of the brand's; nothing else differs. */
    private ScoredAuthor.OnTopic onTopic(
            AuthorRef author, BrandProfile brand, InfluencerScore whole, String topic) {
        var bare =
                new AuthorHistory(
                        Account.unknown(author),
                        whole.platform(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        Component authority =
                scorer.score(
                                new AuthorEvidence(
                                        bare,
                                        Map.of(),
                                        standing(author, brand.brandId(), Optional.of(topic)),
                                        Optional.empty()),
                                brand,
                                baseline.asOf())
                        .component(Component.Name.AUTHORITY);
        InfluencerScore onTopic = whole.with(authority);
        return new ScoredAuthor.OnTopic(
                topic, onTopic.score(), onTopic.low(), onTopic.high(), onTopic.reason());
    }
}
