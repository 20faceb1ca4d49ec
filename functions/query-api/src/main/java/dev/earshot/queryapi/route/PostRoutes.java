package dev.earshot.queryapi.route;

import dev.earshot.core.FieldException;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.TextVault;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.wire.api.PostWithText;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single posts and ingests many. Thread-safe. */
public final class PostRoutes {
    /** A Bluesky record by its AT URI; a proxy may have merged the slashes. */
    private static final Pattern AT_URI = Pattern.compile("at:/+([^/]+)/[^/]+/([^/]+)");

    private final AnalysisStore posts;
    private final TextVault texts;
    private final Ingest ingest;

    public PostRoutes(AnalysisStore posts, TextVault texts, Ingest ingest) {
        this.posts = posts;
        this.texts = texts;
        this.ingest = ingest;
    }

    public List<Route> routes() {
        return List.of(
                new Route("POST", "/v1/posts", Access.WRITE, this::take),
                new Route("GET", "/v1/posts/{platform}/{id+}", Access.READ, this::post));
    }

    private Response post(Request request) {
        request.acceptOnly();
        Platform platform = platform(request.path("platform"));
        for (PostId id : ids(platform, request.spellings("id"))) {
            Optional<PostAnalysis> post = posts.post(request.workspace(), id);
            if (post.isPresent()) {
                return Response.json(
                        200, new PostWithText(post.get(), post.get().text().flatMap(texts::open)));
            }
        }
        throw ProblemException.notFound(
                "no analysed "
                        + platform.key()
                        + " post has this id; it may still be in the queue,"
                        + " or have been deleted");
    }

    private Response take(Request request) {
        request.acceptOnly("source");
        Optional<String> source =
                request.query("source")
                        .or(() -> request.header("source"))
                        .or(() -> request.header("x-earshot-source"));
        return ingest.take(request.workspace(), source, request.body(Ingest.MAX_BODY_BYTES));
    }

    /** The ids that the spellings may mean; invalid ids are left out. */
    static Set<PostId> ids(Platform platform, Set<String> spellings) {
        Set<PostId> ids = new LinkedHashSet<>();
        for (String spelling : spellings) {
            Matcher uri = AT_URI.matcher(spelling);
            String id =
                    platform == Platform.BLUESKY && uri.matches()
                            ? uri.group(1) + ":" + uri.group(2)
                            : spelling;
            id(platform, id).ifPresent(ids::add);
        }
        return ids;
    }

    private static Optional<PostId> id(Platform platform, String nativeId) {
        try {
            return Optional.of(new PostId(platform, nativeId));
        } catch (FieldException e) {
            return Optional.empty();
        }
    }

    static Platform platform(String name) {
        return Platform.of(name)
                .orElseThrow(
                        () ->
                                ProblemException.parameter(
                                        "platform",
                                        "platform must be one of "
                                                + String.join(", ", platforms())
                                                + ", got '"
                                                + Request.shortened(name)
                                                + "'"));
    }

    private static List<String> platforms() {
        return Arrays.stream(Platform.values()).map(Platform::key).toList();
    }
}
