package dev.earshot.queryapi.creator;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.influence.score.ScoreStore;
import dev.earshot.influence.score.ScoredAuthor;
import dev.earshot.influence.shortlist.ShortlistStore;
import dev.earshot.influence.shortlist.Shortlisted;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.wire.api.ProblemKind;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lists of authors whom a team keeps in view, with notes. Thread-safe. */
public final class ShortlistRoutes {
    private static final int MAX_BODY_BYTES = 1 << 14;

    private final ShortlistStore shortlists;
    private final ScoreStore scores;
    private final InstantSource clock;

    public ShortlistRoutes(ShortlistStore shortlists, ScoreStore scores, InstantSource clock) {
        this.shortlists = shortlists;
        this.scores = scores;
        this.clock = clock;
    }

    public List<Route> routes() {
        String author = "/v1/shortlists/{id}/authors/{pseudonym}";
        return List.of(
                new Route("GET", "/v1/shortlists", Access.READ, this::all),
                new Route("GET", "/v1/shortlists/{id}", Access.READ, this::one),
                new Route("PUT", author, Access.WRITE, this::put),
                new Route("DELETE", author, Access.WRITE, this::remove));
    }

    private Response all(Request request) {
        request.acceptOnly();
        Map<String, Long> sizes = new TreeMap<>();
        shortlists.all(request.workspace()).forEach(e -> sizes.merge(e.list(), 1L, Long::sum));
        return Response.json(
                200,
                Map.of(
                        "items",
                        sizes.entrySet().stream()
                                .map(e -> Map.of("id", e.getKey(), "authors", e.getValue()))
                                .toList()));
    }

    private Response one(Request request) {
        request.acceptOnly("brand");
        String id = ProblemException.made(() -> Shortlisted.checked(request.path("id")));
        Optional<String> brand = request.query("brand");
        List<Shortlisted> entries = shortlists.of(request.workspace(), id);
        if (entries.isEmpty()) {
            throw ProblemException.notFound("nobody is on a shortlist of this id");
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", id);
        view.put(
                "authors", entries.stream().map(e -> view(request.workspace(), e, brand)).toList());
        return Response.json(200, view);
    }

    private Map<String, Object> view(
            WorkspaceId workspace, Shortlisted entry, Optional<String> brand) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("pseudonym", entry.author().pseudonym());
        view.put("note", entry.note());
        view.put("by", entry.by());
        view.put("at", entry.at());
        brand.flatMap(id -> scores.find(workspace, entry.author(), id))
                .map(ScoredAuthor::score)
                .ifPresent(
                        score -> {
                            view.put("score", score.score());
                            view.put("low", score.low());
                            view.put("high", score.high());
                        });
        return view;
    }

    private Response put(Request request) {
        request.acceptOnly();
        WorkspaceId workspace = request.workspace();
        AuthorRef author = author(request);
        JsonObject body = JsonObject.of(request.body(MAX_BODY_BYTES));
        body.acceptOnly(List.of("note"));
        if (scores.objection(workspace, author).isPresent()) {
            throw new ProblemException(
                    ProblemKind.CONFLICT,
                    "this author objects to being scored, and so can't be put on a shortlist");
        }
        List<Shortlisted> all = shortlists.all(workspace);
        Shortlisted entry =
                ProblemException.made(
                        () ->
                                new Shortlisted(
                                        request.path("id"),
                                        author,
                                        body.text("note").orElse(""),
                                        request.callerName(),
                                        clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        boolean known =
                all.stream()
                        .anyMatch(e -> e.list().equals(entry.list()) && e.author().equals(author));
        if (!known && all.size() >= ShortlistStore.MAX_ENTRIES) {
            throw new ProblemException(
                    ProblemKind.CONFLICT,
                    "a workspace's shortlists hold at most "
                            + ShortlistStore.MAX_ENTRIES
                            + " authors; take some off first");
        }
        shortlists.put(workspace, entry);
        return Response.json(known ? 200 : 201, view(workspace, entry, Optional.empty()));
    }

    private Response remove(Request request) {
        request.acceptOnly();
        String id = ProblemException.made(() -> Shortlisted.checked(request.path("id")));
        if (!shortlists.remove(request.workspace(), id, author(request))) {
            throw ProblemException.notFound("this author is not on a shortlist of this id");
        }
        return Response.noContent();
    }

    private static AuthorRef author(Request request) {
        return ProblemException.made(() -> new AuthorRef(request.path("pseudonym")));
    }
}
