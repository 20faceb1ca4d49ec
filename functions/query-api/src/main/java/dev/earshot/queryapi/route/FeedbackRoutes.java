package dev.earshot.queryapi.route;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.feedback.Feedback;
import dev.earshot.core.feedback.Labels;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.FeedbackStore;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.query.FeedbackPages;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes people's corrections of posts' verdicts and lists them. A correction changes no result: it
 * shows how often, and where, people and models disagree. Thread-safe.
 */
public final class FeedbackRoutes {
    private static final int MAX_BODY_BYTES = 1 << 14;
    private static final int DEFAULT_LIMIT = 20;

    private static final List<SentimentLabel> LABELS =
            Arrays.stream(SentimentLabel.values())
                    .filter(label -> label != SentimentLabel.ABSTAIN)
                    .toList();

    private final AnalysisStore posts;
    private final FeedbackStore feedback;
    private final FeedbackPages pages;
    private final InstantSource clock;

    public FeedbackRoutes(
            AnalysisStore posts, FeedbackStore feedback, FeedbackPages pages, InstantSource clock) {
        this.posts = posts;
        this.feedback = feedback;
        this.pages = pages;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                new Route("PUT", "/v1/posts/{platform}/{id}/feedback", Access.WRITE, this::put),
                new Route("GET", "/v1/feedback", Access.READ, this::list));
    }

    private Response put(Request request) {
        request.acceptOnly();
        JsonObject body = JsonObject.of(request.body(MAX_BODY_BYTES));
        body.acceptOnly(List.of("sentiment", "brands"));
        Labels said =
                new Labels(
                        body.text("sentiment").map(text -> label("sentiment", text)), brands(body));
        if (said.post().isEmpty() && said.brands().isEmpty()) {
            throw ProblemException.parameter(
                    "sentiment", "give sentiment, or brands with a label each");
        }
        PostAnalysis post = post(request);
        for (String brand : said.brands().keySet()) {
            if (!post.brands().contains(brand)) {
                throw ProblemException.parameter(
                        "brands",
                        "the post must name the brand, got '" + Request.shortened(brand) + "'");
            }
        }
        boolean stored =
                feedback.put(
                        Feedback.of(
                                post,
                                said,
                                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                                request.callerName()));
        if (!stored) {
            throw notFound();
        }
        return Response.noContent();
    }

    private Response list(Request request) {
        request.acceptOnly("cursor", "limit");
        return Response.page(
                pages.page(
                        request.workspace(),
                        request.query("cursor"),
                        request.number("limit", DEFAULT_LIMIT)));
    }

    private PostAnalysis post(Request request) {
        for (PostId id :
                PostRoutes.ids(
                        PostRoutes.platform(request.path("platform")), request.spellings("id"))) {
            Optional<PostAnalysis> post = posts.post(request.workspace(), id);
            if (post.isPresent()) {
                return post.get();
            }
        }
        throw notFound();
    }

    private static ProblemException notFound() {
        return ProblemException.notFound(
                "no analysed post has this id; it may still be in the queue, or have been deleted");
    }

    private static Map<String, SentimentLabel> brands(JsonObject body) {
        Object value = body.any("brands");
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> given)) {
            throw ProblemException.parameter(
                    "brands", "brands must be an object of labels by brand id");
        }
        Map<String, SentimentLabel> brands = new HashMap<>();
        given.forEach(
                (brand, label) ->
                        brands.put(String.valueOf(brand), label("brands", String.valueOf(label))));
        return brands;
    }

    private static SentimentLabel label(String field, String text) {
        return LABELS.stream()
                .filter(label -> label.key().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                ProblemException.parameter(
                                        field,
                                        field
                                                + " must be one of "
                                                + LABELS.stream()
                                                        .map(SentimentLabel::key)
                                                        .collect(Collectors.joining(", "))
                                                + ", got '"
                                                + Request.shortened(text)
                                                + "'"));
    }
}
