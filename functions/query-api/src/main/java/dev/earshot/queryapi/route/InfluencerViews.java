package dev.earshot.queryapi.route;

import dev.earshot.core.post.PostId;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.InfluencerScore;
import dev.earshot.influence.score.ScoreChange;
import dev.earshot.influence.score.ScoreStore.Place;
import dev.earshot.influence.score.ScoredAuthor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scores as the API shows them. Stateless. */
final class InfluencerViews {
    private InfluencerViews() {}

    static List<Map<String, Object>> places(int firstRank, List<Place> places) {
        List<Map<String, Object>> views = new ArrayList<>();
        for (Place place : places) {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("rank", firstRank + views.size());
            view.put("author", place.author().pseudonym());
            view.put("platform", place.platform());
            place.followers().ifPresent(followers -> view.put("followers", followers));
            view.put("score", place.score());
            view.put("interval", List.of(place.low(), place.high()));
            view.put("reason", place.reason());
            view.put("asOf", place.asOf());
            views.add(view);
        }
        return views;
    }

    static Map<String, Object> detail(
            ScoredAuthor scored, int audience, List<InfluencerScore> history) {
        InfluencerScore score = scored.score();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("author", score.author().pseudonym());
        view.put("platform", score.platform());
        view.put("brand", score.brandId());
        scored.followers().ifPresent(followers -> view.put("followers", followers));
        view.put("audience", audience);
        view.put("posts", score.posts());
        view.put("score", score.score());
        view.put("interval", List.of(score.low(), score.high()));
        view.put("reason", score.reason());
        view.put(
                "components", score.components().stream().map(InfluencerViews::component).toList());
        view.put("caveats", score.caveats());
        view.put("topics", scored.topics().stream().map(InfluencerViews::topic).toList());
        view.put("history", history.stream().map(InfluencerViews::entry).toList());
        history.stream()
                .filter(earlier -> earlier.asOf().isBefore(score.asOf()))
                .findFirst()
                .ifPresent(
                        earlier -> view.put("change", change(ScoreChange.between(earlier, score))));
        view.put("asOf", score.asOf());
        view.put("table", score.tableVersion());
        return view;
    }

    private static Map<String, Object> component(Component component) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", component.name());
        view.put("value", component.value());
        view.put("interval", List.of(component.low(), component.high()));
        view.put("weight", component.weight());
        view.put("reasons", component.reasons());
        view.put("evidence", component.evidence().stream().map(InfluencerViews::post).toList());
        return view;
    }

    private static Map<String, Object> post(PostId id) {
        return Map.of("platform", id.platform(), "id", id.nativeId());
    }

    private static Map<String, Object> topic(ScoredAuthor.OnTopic topic) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("topic", topic.topic());
        view.put("score", topic.score());
        view.put("interval", List.of(topic.low(), topic.high()));
        view.put("reason", topic.reason());
        return view;
    }

    private static Map<String, Object> entry(InfluencerScore score) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("asOf", score.asOf());
        view.put("score", score.score());
        view.put("interval", List.of(score.low(), score.high()));
        Map<String, Object> components = new LinkedHashMap<>();
        score.components().forEach(c -> components.put(c.name().key(), c.value()));
        view.put("components", components);
        return view;
    }

    private static Map<String, Object> change(ScoreChange change) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("since", change.from());
        view.put("points", change.difference());
        view.put(
                "parts",
                change.parts().stream()
                        .map(
                                part -> {
                                    Map<String, Object> one = new LinkedHashMap<>();
                                    one.put("component", part.name());
                                    one.put("points", part.points());
                                    one.put("before", part.before());
                                    one.put("after", part.after());
                                    one.put("reason", part.reason());
                                    return one;
                                })
                        .toList());
        return view;
    }
}
