package dev.earshot.queryapi.alert;

import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.BrandStore;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.trends.series.BrandBuckets;
import dev.earshot.trends.series.TopicState;
import dev.earshot.trends.series.TopicStore;
import dev.earshot.trends.topic.Strength;
import dev.earshot.trends.topic.Topic;
import dev.earshot.trends.topic.TopicWatch;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What people have begun to talk about. Thread-safe. */
public final class TopicRoutes {
    private final TopicStore topics;
    private final BrandStore brands;
    private final KeptExamples examples;

    public TopicRoutes(TopicStore topics, BrandStore brands, AnalysisStore posts) {
        this.topics = topics;
        this.brands = brands;
        this.examples = new KeptExamples(posts);
    }

    public List<Route> routes() {
        return List.of(new Route("GET", "/v1/brands/{brand}/topics", Access.READ, this::topics));
    }

    private Response topics(Request request) {
        request.acceptOnly("state");
        String brand = Fields.registered(request, brands);
        Set<Strength> wanted =
                request.query("state")
                        .map(TopicRoutes::strengths)
                        .orElse(EnumSet.of(Strength.WEAK, Strength.STRONG));
        Optional<TopicState> state = topics.find(request.workspace(), brand);
        List<Topic> found =
                state
                        .map(
                                kept ->
                                        TopicWatch.decode(
                                                        kept.bytes(),
                                                        BrandBuckets.BUCKET,
                                                        TopicWatch.USUAL_CAPACITY)
                                                .topics())
                        .orElse(List.of())
                        .stream()
                        .filter(topic -> wanted.contains(topic.strength()))
                        .toList();
        Set<PostId> kept =
                examples.of(
                        request.workspace(),
                        found.stream()
                                .flatMap(topic -> topic.examples().stream())
                                .collect(Collectors.toSet()));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("brand", brand);
        state.ifPresent(known -> view.put("until", known.until()));
        view.put("topics", found.stream().map(topic -> view(topic, kept)).toList());
        return Response.json(200, view);
    }

    private static Set<Strength> strengths(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(
                        key ->
                                Arrays.stream(Strength.values())
                                        .filter(strength -> strength.key().equals(key))
                                        .findFirst()
                                        .orElseThrow(
                                                () ->
                                                        ProblemException.parameter(
                                                                "state",
                                                                "state must be of noise, weak,"
                                                                        + " strong, got '"
                                                                        + Request.shortened(key)
                                                                        + "'")))
                .collect(Collectors.toSet());
    }

    private static Map<String, Object> view(Topic topic, Set<PostId> kept) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", topic.id());
        view.put("label", topic.label());
        view.put("state", topic.strength().key());
        view.put("start", topic.start());
        view.put("peak", topic.peak());
        view.put("last", topic.last());
        view.put("posts", topic.posts());
        view.put("expected", topic.expected());
        view.put("authors", topic.authors());
        view.put("growth", Map.of("recent", topic.recent(), "before", topic.before()));
        view.put("evidence", topic.evidence());
        view.put("moods", topic.moods());
        view.put(
                "terms",
                topic.marks().stream()
                        .map(mark -> Map.of("kind", mark.kind(), "name", mark.name()))
                        .toList());
        view.put(
                "examples",
                topic.examples().stream()
                        .filter(kept::contains)
                        .limit(Topic.EXAMPLES)
                        .map(PostId::toString)
                        .toList());
        return view;
    }
}
