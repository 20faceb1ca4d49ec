package dev.earshot.queryapi.segment;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Platform;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.engagement.segment.Segment;
import dev.earshot.engagement.segment.SegmentDesk;
import dev.earshot.engagement.segment.SegmentDesk.Result;
import dev.earshot.engagement.segment.SegmentDesk.Told;
import dev.earshot.engagement.segment.SegmentGuard;
import dev.earshot.engagement.segment.SegmentRule;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.Choices;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.wire.api.ProblemKind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups of people who spoke of a brand. Nobody in them is named or counted alone. Thread-safe. */
public final class SegmentRoutes {
    private static final int MAX_BODY_BYTES = 1 << 14;

    private final SegmentDesk desk;
    private final BrandStore brands;

    public SegmentRoutes(SegmentDesk desk, BrandStore brands) {
        this.desk = desk;
        this.brands = brands;
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/segments", Access.READ, this::list),
                new Route("GET", "/v1/segments/{id}", Access.READ, this::get),
                new Route("PUT", "/v1/segments/{id}", Access.WRITE, this::put),
                new Route("DELETE", "/v1/segments/{id}", Access.WRITE, this::delete));
    }

    private Response list(Request request) {
        request.acceptOnly();
        return Response.json(
                200,
                Map.of(
                        "segments",
                        desk.segments(request.workspace()).stream()
                                .map(SegmentRoutes::view)
                                .toList()));
    }

    private Response get(Request request) {
        request.acceptOnly();
        return desk.tell(request.workspace(), request.path("id"))
                .map(told -> Response.json(200, view(told)))
                .orElseThrow(SegmentRoutes::missing);
    }

    private Response put(Request request) {
        request.acceptOnly();
        WorkspaceId workspace = request.workspace();
        JsonObject body = JsonObject.of(request.body(MAX_BODY_BYTES));
        Segment segment = ProblemException.made(() -> read(request.path("id"), body));
        if (brands.catalogue(workspace).find(segment.brandId()).isEmpty()) {
            throw ProblemException.parameter(
                    "brand",
                    "brand must be registered, got '"
                            + Request.shortened(segment.brandId())
                            + "'; PUT /v1/brands/{brand} first");
        }
        return switch (desk.save(workspace, segment)) {
            case Result.Saved(Segment saved) -> Response.json(201, view(saved));
            case Result.Refused(String why) ->
                    throw new ProblemException(ProblemKind.CONFLICT, why);
        };
    }

    private Response delete(Request request) {
        request.acceptOnly();
        if (!desk.delete(request.workspace(), request.path("id"))) {
            throw missing();
        }
        return Response.noContent();
    }

    private static Segment read(String id, JsonObject body) {
        body.acceptOnly(
                List.of(
                        "name",
                        "brand",
                        "about",
                        "mood",
                        "language",
                        "platform",
                        "minPosts",
                        "minResponses"));
        return new Segment(
                id,
                body.requiredText("name"),
                body.requiredText("brand"),
                new SegmentRule(
                        body.texts("about"),
                        body.text("mood")
                                .map(
                                        text ->
                                                Choices.of(
                                                        "mood",
                                                        text,
                                                        SentimentLabel.values(),
                                                        SentimentLabel::key)),
                        body.text("language"),
                        body.text("platform")
                                .map(
                                        text ->
                                                Choices.of(
                                                        "platform",
                                                        text,
                                                        Platform.values(),
                                                        Platform::key)),
                        small(body, "minPosts", 1),
                        small(body, "minResponses", 0)));
    }

    private static int small(JsonObject body, String field, int otherwise) {
        return body.whole(field)
                .map(number -> Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE))
                .orElse(otherwise);
    }

    private static Map<String, Object> view(Segment segment) {
        SegmentRule rule = segment.rule();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", segment.id());
        view.put("name", segment.name());
        view.put("brand", segment.brandId());
        view.put("about", rule.about());
        rule.mood().ifPresent(mood -> view.put("mood", mood.key()));
        rule.language().ifPresent(language -> view.put("language", language));
        rule.platform().ifPresent(platform -> view.put("platform", platform.key()));
        view.put("minPosts", rule.minPosts());
        view.put("minResponses", rule.minResponses());
        return view;
    }

    private static Map<String, Object> view(Told told) {
        Map<String, Object> view = view(told.segment());
        view.put("asOf", told.day().toString());
        told.size().ifPresent(size -> view.put("size", size));
        view.put(
                "note",
                told.size().isEmpty()
                        ? "Today too few people are in it, or outside of it, to tell anything."
                        : "Size rounded to "
                                + SegmentGuard.STEP
                                + "s, of those who spoke of the brand in the "
                                + SegmentDesk.DAYS
                                + " days before"
                                + (told.whole() ? "." : ", and of these of the newest posts."));
        view.put(
                "moves",
                told.moves().stream()
                        .map(
                                each ->
                                        Map.of(
                                                "topic",
                                                each.topic(),
                                                "format",
                                                each.format(),
                                                "lift",
                                                each.lift(),
                                                "interval",
                                                List.of(
                                                        each.interval().low(),
                                                        each.interval().high())))
                        .toList());
        view.put(
                "creators",
                told.creators().stream()
                        .map(
                                each ->
                                        Map.of(
                                                "author",
                                                each.author().pseudonym(),
                                                "score",
                                                each.score(),
                                                "reaches",
                                                each.reached()))
                        .toList());
        return view;
    }

    private static ProblemException missing() {
        return ProblemException.notFound("no segment has this id; PUT it first");
    }
}
