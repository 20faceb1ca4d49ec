package dev.earshot.queryapi.route;

import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.audit.AuditUse;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.directory.CreatorDirectory;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.influence.score.ScoreStore;
import dev.earshot.influence.shortlist.ShortlistStore;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.wire.api.influencer.ObjectionView;
import dev.earshot.wire.api.influencer.ResolutionListView;
import dev.earshot.wire.api.influencer.ResolutionView;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Authors' rights, and the right to connect a pseudonym with an account. Outside the directory of
 * creators, which is off by default, no handle is stored, so a pseudonym can't be reversed: a
 * caller with the scope {@code resolve} may name an account and ask for its pseudonym, or whether
 * it has a given one. Every answer is recorded in the audit log before it is sent. Thread-safe.
 */
public final class AuthorRoutes {
    private static final int MAX_BODY_BYTES = 1 << 14;
    private static final int MAX_ACCOUNT = 512;
    private static final int MAX_PURPOSE = 500;
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;
    private static final int MAX_LINES = 1_000;
    private static final String RESOLVE = "resolve";

    private final ScoreStore scores;
    private final CreatorDirectory directory;
    private final ShortlistStore shortlists;
    private final AuditLog audit;
    private final Pseudonymiser pseudonymiser;
    private final InstantSource clock;

    public AuthorRoutes(
            ScoreStore scores,
            CreatorDirectory directory,
            ShortlistStore shortlists,
            AuditLog audit,
            Pseudonymiser pseudonymiser,
            InstantSource clock) {
        this.scores = scores;
        this.directory = directory;
        this.shortlists = shortlists;
        this.audit = audit;
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
        audit.add(
                request.workspace(),
                new AuditUse(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        request.callerName(),
                        RESOLVE,
                        ErasureMark.of(asked.orElse(author)).digest(),
                        purpose,
                        matches));
        return Response.json(
                        200,
                        new ResolutionView(
                                asked.orElse(author).pseudonym(), asked.map(given -> matches)))
                .with("cache-control", "no-store");
    }

    private Response resolutions(Request request) {
        request.acceptOnly("limit");
        int limit = request.number("limit", DEFAULT_LIMIT);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.parameter(
                    "limit", "limit must be 1 to " + MAX_LIMIT + ", got " + limit);
        }
        return Response.json(
                200,
                new ResolutionListView(
                        audit.newest(request.workspace(), MAX_LINES).stream()
                                .map(AuditEntry::use)
                                .filter(use -> use.action().equals(RESOLVE))
                                .limit(limit)
                                .map(AuthorRoutes::entry)
                                .toList()));
    }

    private static ResolutionListView.Entry entry(AuditUse use) {
        return new ResolutionListView.Entry(
                use.at(), use.caller(), use.subject(), use.purpose(), use.granted());
    }

    private Response object(Request request) {
        request.acceptOnly();
        AuthorRef author = InfluencerRoutes.author(request.path("pseudonym"));
        boolean known = scores.objection(request.workspace(), author).isPresent();
        if (!known) {
            scores.object(
                    request.workspace(), author, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        }
        directory.forget(request.workspace(), author);
        shortlists.forget(request.workspace(), author);
        return Response.json(known ? 200 : 201, view(request, author));
    }

    private Response objection(Request request) {
        request.acceptOnly();
        return Response.json(
                200, view(request, InfluencerRoutes.author(request.path("pseudonym"))));
    }

    private ObjectionView view(Request request, AuthorRef author) {
        return new ObjectionView(
                author.pseudonym(),
                scores.objection(request.workspace(), author)
                        .orElseThrow(
                                () ->
                                        ProblemException.notFound(
                                                "this author has not objected to scoring")));
    }

    private Response withdraw(Request request) {
        request.acceptOnly();
        if (!scores.withdraw(
                request.workspace(), InfluencerRoutes.author(request.path("pseudonym")))) {
            throw ProblemException.notFound("this author has not objected to scoring");
        }
        return Response.noContent();
    }

    private static String checked(String name, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw ProblemException.parameter(
                    name,
                    name + " must have 1 to " + longest + " characters, got " + text.length());
        }
        return text;
    }
}
