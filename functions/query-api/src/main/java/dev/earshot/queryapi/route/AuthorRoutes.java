package dev.earshot.queryapi.route;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.influence.score.ScoreStore;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.Problem;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Authors' rights, and the right to connect a pseudonym with an account. Earshot keeps no handle,
 * so nothing can be looked up backwards: who holds the scope {@code resolve} may name an account
 * and ask which pseudonym it has, or whether it has a given one. Each answer is noted in the audit
 * before it is given. Thread-safe.
 */
public final class AuthorRoutes {
    private static final int MAX_BODY_BYTES = 1 << 14;
    private static final int MAX_ACCOUNT = 512;
    private static final int MAX_PURPOSE = 500;
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    private final ScoreStore scores;
    private final Pseudonymiser pseudonymiser;
    private final InstantSource clock;

    public AuthorRoutes(ScoreStore scores, Pseudonymiser pseudonymiser, InstantSource clock) {
        this.scores = scores;
        this.pseudonymiser = pseudonymiser;
        this.clock = clock;
    }

    public List<Route> routes() {
        String objection = "/v1/authors/{pseudonym}/objection";
        return List.of(
                new Route("POST", "/v1/authors/resolve", Access.RESOLVE, this::resolve),
                new Route("GET", "/v1/authors/resolutions", Access.RESOLVE, this::resolutions),
                new Route("PUT", objection, Access.WRITE, this::object),
                new Route("GET", objection, Access.READ, this::objection),
                new Route("DELETE", objection, Access.WRITE, this::withdraw));
    }

    private Response resolve(Request request) {
        request.acceptOnly();
        JsonObject body = JsonObject.of(request.body(MAX_BODY_BYTES));
        body.acceptOnly(List.of("platform", "account", "pseudonym", "purpose"));
        Platform platform = InfluencerRoutes.platform(body.requiredText("platform"));
        String account = checked("account", body.requiredText("account"), MAX_ACCOUNT);
        String purpose = checked("purpose", body.requiredText("purpose"), MAX_PURPOSE);
        Optional<AuthorRef> asked = body.text("pseudonym").map(InfluencerRoutes::author);
        AuthorRef author = pseudonymiser.pseudonym(request.workspace(), platform, account);
        boolean matches = asked.map(author::equals).orElse(true);
        scores.audit(
                request.workspace(),
                new ScoreStore.Audit(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        request.callerName(),
                        asked.orElse(author),
                        purpose,
                        matches));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("pseudonym", asked.orElse(author).pseudonym());
        asked.ifPresent(given -> view.put("matches", matches));
        return Response.json(200, view).with("cache-control", "no-store");
    }

    private Response resolutions(Request request) {
        request.acceptOnly("limit");
        int limit = request.number("limit", DEFAULT_LIMIT);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.parameter("limit", "limit must be 1 to " + MAX_LIMIT + ", got " + limit);
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put(
                "resolutions",
                scores.audits(request.workspace(), limit).stream()
                        .map(
                                entry -> {
                                    Map<String, Object> one = new LinkedHashMap<>();
                                    one.put("at", entry.at());
                                    one.put("caller", entry.caller());
                                    one.put("pseudonym", entry.author().pseudonym());
                                    one.put("purpose", entry.purpose());
                                    one.put("matched", entry.matched());
                                    return one;
                                })
                        .toList());
        return Response.json(200, view);
    }

    private Response object(Request request) {
        request.acceptOnly();
        AuthorRef author = InfluencerRoutes.author(request.path("pseudonym"));
        boolean known = scores.objection(request.workspace(), author).isPresent();
        if (!known) {
            scores.object(
                    request.workspace(), author, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        }
        return Response.json(known ? 200 : 201, view(request, author));
    }

    private Response objection(Request request) {
        request.acceptOnly();
        return Response.json(
                200, view(request, InfluencerRoutes.author(request.path("pseudonym"))));
    }

    private Map<String, Object> view(Request request, AuthorRef author) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("pseudonym", author.pseudonym());
        view.put(
                "since",
                scores.objection(request.workspace(), author)
                        .orElseThrow(
                                () -> Problem.notFound("this author has not objected to scoring")));
        return view;
    }

    private Response withdraw(Request request) {
        request.acceptOnly();
        if (!scores.withdraw(
                request.workspace(), InfluencerRoutes.author(request.path("pseudonym")))) {
            throw Problem.notFound("this author has not objected to scoring");
        }
        return Response.noContent();
    }

    private static String checked(String name, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw Problem.parameter(
                    name,
                    name + " must have 1 to " + longest + " characters, got " + text.length());
        }
        return text;
    }
}
