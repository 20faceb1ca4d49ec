package dev.earshot.queryapi.route;

import dev.earshot.core.post.PostId;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.InfluencerScore;
import dev.earshot.influence.score.RankRange;
import dev.earshot.influence.score.ScoreChange;
import dev.earshot.influence.score.ScoreStore.Place;
import dev.earshot.influence.score.ScoredAuthor;
import dev.earshot.wire.api.influencer.LeaderboardView;
import dev.earshot.wire.api.influencer.ProfileView;
import dev.earshot.wire.api.influencer.ScoredAuthorView;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns scores into answers. Stateless. */
final class InfluencerViews {
    private InfluencerViews() {}

    static List<LeaderboardView.Entry> places(int firstRank, List<Place> places) {
        List<RankRange> ranks =
                RankRange.of(
                        firstRank,
                        places.stream()
                                .map(p -> new RankRange.Estimate(p.score(), p.low(), p.high()))
                                .toList());
        List<LeaderboardView.Entry> entries = new ArrayList<>();
        for (Place place : places) {
            RankRange range = ranks.get(entries.size());
            entries.add(
                    new LeaderboardView.Entry(
                            firstRank + entries.size(),
                            List.of(range.first(), range.last()),
                            place.author().pseudonym(),
                            place.platform(),
                            place.followers(),
                            place.score(),
                            List.of(place.low(), place.high()),
                            place.reason(),
                            place.asOf()));
        }
        return entries;
    }

    static ScoredAuthorView detail(
            ScoredAuthor scored,
            int audience,
            List<InfluencerScore> history,
            OptionalDouble price) {
        InfluencerScore score = scored.score();
        return new ScoredAuthorView(
                score.author().pseudonym(),
                score.platform(),
                score.brandId(),
                scored.followers(),
                audience,
                score.posts(),
                score.score(),
                List.of(score.low(), score.high()),
                score.reason(),
                score.components().stream().map(InfluencerViews::component).toList(),
                score.caveats(),
                scored.topics().stream().map(InfluencerViews::topic).toList(),
                history.stream().map(InfluencerViews::entry).toList(),
                history.stream()
                        .filter(earlier -> earlier.asOf().isBefore(score.asOf()))
                        .findFirst()
                        .map(earlier -> change(ScoreChange.between(earlier, score))),
                scored.profile().map(ProfileViews::of),
                price.isPresent()
                        ? scored.profile()
                                .flatMap(profile -> cost(price.getAsDouble(), profile.people()))
                        : Optional.empty(),
                score.asOf(),
                score.tableVersion());
    }

    private static Optional<ProfileView.Cost> cost(double price, double people) {
        return people > 0
                ? Optional.of(new ProfileView.Cost(price, price / people))
                : Optional.empty();
    }

    private static ScoredAuthorView.ComponentView component(Component component) {
        return new ScoredAuthorView.ComponentView(
                component.name().key(),
                component.value(),
                List.of(component.low(), component.high()),
                component.weight(),
                component.reasons(),
                component.evidence().stream().map(InfluencerViews::post).toList());
    }

    static ScoredAuthorView.Evidence post(PostId id) {
        return new ScoredAuthorView.Evidence(id.platform(), id.nativeId());
    }

    private static ScoredAuthorView.TopicView topic(ScoredAuthor.OnTopic topic) {
        return new ScoredAuthorView.TopicView(
                topic.topic(), topic.score(), List.of(topic.low(), topic.high()), topic.reason());
    }

    private static ScoredAuthorView.EarlierScore entry(InfluencerScore score) {
        Map<String, Double> components = new LinkedHashMap<>();
        score.components().forEach(c -> components.put(c.name().key(), c.value()));
        return new ScoredAuthorView.EarlierScore(
                score.asOf(), score.score(), List.of(score.low(), score.high()), components);
    }

    private static ScoredAuthorView.ScoreChangeView change(ScoreChange change) {
        return new ScoredAuthorView.ScoreChangeView(
                change.from(),
                change.difference(),
                change.parts().stream()
                        .map(
                                part ->
                                        new ScoredAuthorView.Part(
                                                part.name().key(),
                                                part.points(),
                                                part.before(),
                                                part.after(),
                                                part.reason()))
                        .toList());
    }
}
