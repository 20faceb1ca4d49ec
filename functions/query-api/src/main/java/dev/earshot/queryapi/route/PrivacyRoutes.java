package dev.earshot.queryapi.route;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.audit.AuditUse;
import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.privacy.Statement;
import dev.earshot.core.privacy.Statement.Line;
import dev.earshot.core.privacy.StatementSigner;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.wire.api.privacy.DutiesView;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Duties towards platforms, and signed statements of what is held of a person: an answer to a
 * request for access, and after an erasure the proof that nothing is left. The account that a
 * caller names is hashed and never stored. Thread-safe.
 */
public final class PrivacyRoutes {
    private static final int MAX_BODY_BYTES = 1 << 14;
    private static final int MAX_LINE = 500;

    /** More posts are counted and not listed, so that a statement stays a page. */
    private static final int MAX_LISTED = 1000;

    /**
     * DynamoDB's point-in-time recovery holds what was erased for so long (AWS, "How it works").
     */
    private static final int RECOVERY_DAYS = 35;

    private final Ports ports;
    private final List<StatementSigner> signers;

    public PrivacyRoutes(Ports ports) {
        this.ports = ports;
        this.signers =
                ports.pseudonymiser().derived("statements").stream()
                        .map(StatementSigner::new)
                        .toList();
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/privacy/duties", Access.READ, this::duties),
                new Route("POST", "/v1/privacy/statements", Access.RESOLVE, this::statement));
    }

    private Response duties(Request request) {
        request.acceptOnly();
        return Response.json(
                200, DutiesView.of(signers.stream().map(StatementSigner::publicKey).toList()));
    }

    private Response statement(Request request) {
        request.acceptOnly();
        JsonObject body = JsonObject.of(request.body(MAX_BODY_BYTES));
        body.acceptOnly(List.of("platform", "account", "purpose"));
        Platform platform = InfluencerRoutes.platform(body.requiredText("platform"));
        String account = line("account", body.requiredText("account"));
        String purpose = line("purpose", body.requiredText("purpose"));
        AuthorRef author = ports.pseudonymiser().pseudonym(request.workspace(), platform, account);
        Instant now = ports.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        ports.audit()
                .add(
                        request.workspace(),
                        new AuditUse(
                                now,
                                request.callerName(),
                                "statement",
                                ErasureMark.of(author).digest(),
                                purpose,
                                true));
        String text =
                Statement.signed(
                        lines(request.workspace(), platform, author, purpose, now),
                        signers.getFirst());
        return new Response(200, "text/plain; charset=utf-8", text, Map.of())
                .with("cache-control", "no-store");
    }

    private List<Line> lines(
            WorkspaceId workspace,
            Platform platform,
            AuthorRef author,
            String purpose,
            Instant now) {
        List<AuthorPost> posts = ports.authors().posts(workspace, author);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("at", now.toString()));
        lines.add(new Line("workspace", workspace.toString()));
        lines.add(new Line("platform", platform.key()));
        lines.add(new Line("person", ErasureMark.of(author).digest()));
        lines.add(new Line("purpose", purpose));
        lines.add(new Line("posts held", String.valueOf(posts.size())));
        posts.stream()
                .limit(MAX_LISTED)
                .forEach(post -> lines.add(new Line("post", post.id().toString())));
        lines.add(
                new Line(
                        "objects to being scored",
                        ports.scores()
                                .objection(workspace, author)
                                .map(at -> "since " + at)
                                .orElse("no")));
        lines.add(
                new Line(
                        "not counted here",
                        "what others' answers and episodes say of the person goes with the sweep that"
                                + " follows an erasure"));
        lines.add(
                new Line(
                        "backups",
                        "what was erased until now is gone from point-in-time recovery after "
                                + now.plus(RECOVERY_DAYS, ChronoUnit.DAYS)));
        return lines;
    }

    private static String line(String field, String value) {
        if (value.isBlank() || value.length() > MAX_LINE || value.chars().anyMatch(c -> c < ' ')) {
            throw ProblemException.parameter(
                    field, field + " must be one line of 1 to " + MAX_LINE + " characters");
        }
        return value;
    }
}
