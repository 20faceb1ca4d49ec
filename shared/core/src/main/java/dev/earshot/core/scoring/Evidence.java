package dev.earshot.core.scoring;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.influence.Account;
import dev.earshot.core.influence.AuthorEvidence;
import dev.earshot.core.influence.AuthorHistory;
import dev.earshot.core.influence.BrandProfile;
import dev.earshot.core.influence.InfluencerScore;
import dev.earshot.core.influence.Population;
import dev.earshot.core.influence.ScoreTable;
import dev.earshot.core.influence.Scorer;
import dev.earshot.core.influence.Standing;
import dev.earshot.core.influence.impact.AudienceSeries;
import dev.earshot.core.influence.impact.ImpactStudy;
import dev.earshot.core.post.AuthorRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Scores authors by an activity and an epoch. Thread-safe. */
final class Evidence {
    private static final int TOPICS_OF_ONE = 3;

    private final Activity activity;
    private final Epoch epoch;
    private final List<BrandProfile> profiles;
    private final Scorer scorer;

    Evidence(Activity activity, Epoch epoch, BrandCatalogue catalogue) {
        this.activity = activity;
        this.epoch = epoch;
        Set<String> registered =
                catalogue.brands().stream().map(Brand::id).collect(Collectors.toSet());
        this.profiles =
                catalogue.watched().stream()
                        .map(b -> BrandProfile.of(b, List.of(), registered, Set.of()))
                        .toList();
        this.scorer =
                new Scorer(ScoreTable.CURRENT, Population.fit(epoch.members()), profiles);
    }

    /** An author's scores: one for each brand that the author spoke of. */
    List<ScoredAuthor> score(AuthorRef author) {
        List<String> brands = activity.brands(author, Activity.since(epoch.asOf()));
        List<BrandProfile> spokenOf =
                profiles.stream().filter(profile -> brands.contains(profile.brandId())).toList();
        if (spokenOf.isEmpty()) {
            return List.of();
        }
        AuthorHistory history = activity.history(author, epoch.asOf());
        Map<AuthorRef, Account> engagers = activity.engagers(author);
        var scores = new ArrayList<ScoredAuthor>();
        for (BrandProfile brand : spokenOf) {
            AuthorEvidence evidence =
                    new AuthorEvidence(
                            history,
                            engagers,
                            standing(author, brand.brandId(), Optional.empty()),
                            impact(author, brand.brandId()));
            scores.add(
                    new ScoredAuthor(
                            scorer.score(evidence, brand, epoch.asOf()),
                            history.account().followers(),
                            topics(author, brand, evidence)));
        }
        return scores;
    }

    private Optional<Standing> standing(
            AuthorRef author, String brandId, Optional<String> topic) {
        return Optional.ofNullable(
                epoch.standings()
                        .getOrDefault(Epoch.graph(brandId, topic), Map.of())
                        .get(Epoch.anonymous(author)));
    }

    private Optional<ImpactStudy> impact(AuthorRef author, String brandId) {
        AudienceSeries treated = Epoch.series(activity, author, brandId, epoch.asOf());
        AuthorRef self = Epoch.anonymous(author);
        List<AudienceSeries> others =
                epoch.controls().getOrDefault(brandId, List.of()).stream()
                        .filter(other -> !other.author().equals(self))
                        .toList();
        return treated.audience() == 0
                ? Optional.empty()
                : Optional.of(new ImpactStudy(treated, others));
    }

    /** The topics of the brand that the author writes on most, each with its own standing. */
    private List<ScoredAuthor.OnTopic> topics(
            AuthorRef author, BrandProfile brand, AuthorEvidence evidence) {
        Map<String, Long> used =
                activity.posts(author).stream()
                        .filter(post -> !post.isRepost())
                        .flatMap(post -> post.hashtags().stream())
                        .collect(Collectors.groupingBy(topic -> topic, Collectors.counting()));
        return epoch.topics().getOrDefault(brand.brandId(), List.of()).stream()
                .filter(used::containsKey)
                .sorted(
                        Comparator.comparingLong((String topic) -> -used.getOrDefault(topic, 0L))
                                .thenComparing(topic -> topic))
                .limit(TOPICS_OF_ONE)
                .map(topic -> onTopic(author, brand, evidence, topic))
                .toList();
    }

    private ScoredAuthor.OnTopic onTopic(
            AuthorRef author, BrandProfile brand, AuthorEvidence evidence, String topic) {
        InfluencerScore score =
                scorer.score(
                        new AuthorEvidence(
                                evidence.history(),
                                evidence.engagers(),
                                standing(author, brand.brandId(), Optional.of(topic)),
                                evidence.impact()),
                        brand,
                        epoch.asOf());
        return new ScoredAuthor.OnTopic(
                topic, score.score(), score.low(), score.high(), score.reason());
    }
}
