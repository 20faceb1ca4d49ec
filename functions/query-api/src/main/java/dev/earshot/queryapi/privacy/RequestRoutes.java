package dev.earshot.queryapi.privacy;

import dev.earshot.core.FieldException;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.audit.AuditUse;
import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.privacy.PersonRequest;
import dev.earshot.core.privacy.RequestDesk;
import dev.earshot.core.privacy.RequestState;
import dev.earshot.core.privacy.Right;
import dev.earshot.core.privacy.StatementSigner;
import dev.earshot.influence.score.ScoredAuthor;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.queryapi.route.Ports;
import dev.earshot.wire.api.PostWithText;
import dev.earshot.wire.api.ProblemKind;
import dev.earshot.wire.api.privacy.PersonCopyView;
import dev.earshot.wire.api.privacy.PersonRequestListView;
import dev.earshot.wire.api.privacy.PersonRequestView;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * People's requests about their data: received, taken up once the operator has made sure who asks,
 * answered with a signed receipt. The account that is named is hashed and never stored; somebody
 * who is not there is answered like anybody else. Thread-safe.
 */
public final class RequestRoutes {
    private static final int MAX_BODY_BYTES = 1 << 14;
    private static final int MAX_LINE = 500;
    private static final int MAX_POSTS = 100;
    private static final String REQUESTS = "/v1/privacy/requests";
    private static final String ONE = REQUESTS + "/{id}";

    private final Ports ports;
    private final RequestDesk desk;

    public RequestRoutes(Ports ports) {
        this.ports = ports;
        this.desk =
                new RequestDesk(
                        ports.requests(),
                        ports.posts(),
                        ports.authors(),
                        ports.ends(),
                        ports.scores(),
                        ports.scores()::object,
                        ports.directory(),
                        new StatementSigner(ports.pseudonymiser().derive("statements")),
                        ports.clock());
    }

    public List<Route> routes() {
        return List.of(
                new Route("POST", REQUESTS, Access.RESOLVE, this::receive),
                new Route("GET", REQUESTS, Access.READ, this::list),
                new Route("GET", ONE, Access.READ, this::show),
                new Route("POST", ONE + "/transitions", Access.RESOLVE, this::move),
                new Route("GET", ONE + "/receipt", Access.READ, this::receipt),
                new Route("GET", ONE + "/copy", Access.RESOLVE, this::copy));
    }

    private Response receive(Request request) {
        request.acceptOnly();
        JsonObject body = JsonObject.of(request.body(MAX_BODY_BYTES));
        body.acceptOnly(List.of("platform", "account", "right", "receivedAt", "identity", "posts"));
        Platform platform = platform(body.requiredText("platform"));
        String account = line("account", body.requiredText("account"));
        Right right = right(body.requiredText("right"));
        Optional<String> identity = body.text("identity").map(how -> line("identity", how));
        AuthorRef author = ports.pseudonymiser().pseudonym(request.workspace(), platform, account);
        Instant now = now();
        note(request, "request", ErasureMark.of(author).digest(), right.key());
        PersonRequest received =
                desk.receive(
                        request.workspace(),
                        ports.randomHex().get(),
                        right,
                        platform,
                        author,
                        posts(right, body.texts("posts")),
                        body.text("receivedAt").map(text -> receivedAt(text, now)).orElse(now));
        PersonRequest answer =
                identity.map(how -> taken(desk.takeUp(received, how))).orElse(received);
        return Response.json(201, view(answer)).with("cache-control", "no-store");
    }

    private Response list(Request request) {
        request.acceptOnly("state");
        Optional<RequestState> state = request.query("state").map(RequestRoutes::state);
        return Response.json(
                200,
                new PersonRequestListView(
                        ports.requests().list(request.workspace()).stream()
                                .filter(each -> state.map(each.state()::equals).orElse(true))
                                .map(this::view)
                                .toList()));
    }

    private Response show(Request request) {
        request.acceptOnly();
        return Response.json(200, view(find(request)));
    }

    private Response move(Request request) {
        request.acceptOnly();
        JsonObject body = JsonObject.of(request.body(MAX_BODY_BYTES));
        body.acceptOnly(List.of("to", "identity", "reason", "extend"));
        PersonRequest found = find(request);
        if (body.text("extend").isPresent()) {
            return Response.json(
                    200,
                    view(taken(desk.extend(found, line("extend", body.requiredText("extend"))))));
        }
        RequestState to = state(body.requiredText("to"));
        Optional<String> reason = body.text("reason").map(why -> line("reason", why));
        RequestDesk.Step step =
                switch (to) {
                    case IN_PROGRESS ->
                            desk.takeUp(found, line("identity", body.requiredText("identity")));
                    case DENIED ->
                            desk.end(
                                    found,
                                    to,
                                    Optional.of(line("reason", body.requiredText("reason"))));
                    case REVOKED, EXPIRED -> desk.end(found, to, reason);
                    case OPEN, FULFILLED ->
                            throw ProblemException.parameter(
                                    "to",
                                    "to must be in_progress, denied, revoked or expired; a request"
                                            + " is fulfilled when what it asks for is done");
                };
        return Response.json(200, view(taken(step)));
    }

    private Response receipt(Request request) {
        request.acceptOnly();
        PersonRequest found = find(request);
        String text =
                found.receipt()
                        .orElseThrow(
                                () ->
                                        ProblemException.notFound(
                                                "there is a receipt once the request is fulfilled;"
                                                        + " it is "
                                                        + found.state().key().replace('_', ' ')));
        note(request, "receipt", found.person().digest(), found.id());
        return new Response(200, "text/plain; charset=utf-8", text, Map.of())
                .with("cache-control", "no-store");
    }

    /** What is held of the person, in a form that machines read (article 20). */
    private Response copy(Request request) {
        request.acceptOnly();
        PersonRequest found = find(request);
        boolean fetchable = found.state() == RequestState.FULFILLED && found.author().isPresent();
        AuthorRef author =
                found.author()
                        .filter(whose -> fetchable)
                        .orElseThrow(
                                () ->
                                        ProblemException.notFound(
                                                "there is a copy where access or portability was"
                                                        + " asked for and is fulfilled"));
        WorkspaceId workspace = request.workspace();
        note(request, "copy", found.person().digest(), found.id());
        List<PostWithText> posts =
                ports.authors().posts(workspace, author).stream()
                        .map(AuthorPost::id)
                        .flatMap(id -> ports.posts().post(workspace, id).stream())
                        .map(
                                post ->
                                        new PostWithText(
                                                post, post.text().flatMap(ports.texts()::open)))
                        .toList();
        List<PersonCopyView.Score> scores =
                ports.brands().catalogue(workspace).brands().stream()
                        .flatMap(
                                brand ->
                                        ports.scores().find(workspace, author, brand.id()).stream())
                        .map(ScoredAuthor::score)
                        .map(
                                score ->
                                        new PersonCopyView.Score(
                                                score.brandId(),
                                                score.score(),
                                                score.low(),
                                                score.high(),
                                                score.posts(),
                                                score.asOf()))
                        .toList();
        return Response.json(200, new PersonCopyView(found.person().digest(), now(), posts, scores))
                .with("cache-control", "no-store");
    }

    private void note(Request request, String action, String person, String purpose) {
        ports.audit()
                .add(
                        request.workspace(),
                        new AuditUse(now(), request.callerName(), action, person, purpose, true));
    }

    private PersonRequest find(Request request) {
        return ports.requests()
                .find(request.workspace(), request.path("id"))
                .orElseThrow(() -> ProblemException.notFound("there is no request with this id"));
    }

    private PersonRequestView view(PersonRequest request) {
        return PersonRequestView.of(request, ports.clock().instant());
    }

    private static PersonRequest taken(RequestDesk.Step step) {
        return switch (step) {
            case RequestDesk.Step.Taken(PersonRequest request) -> request;
            case RequestDesk.Step.Refused(String reason) ->
                    throw new ProblemException(ProblemKind.CONFLICT, reason);
        };
    }

    private static List<PostId> posts(Right right, List<String> given) {
        if (right != Right.RECTIFICATION) {
            if (!given.isEmpty()) {
                throw ProblemException.parameter(
                        "posts", "posts are named by a rectification alone");
            }
            return List.of();
        }
        if (given.isEmpty() || given.size() > MAX_POSTS) {
            throw ProblemException.parameter(
                    "posts",
                    "a rectification names 1 to "
                            + MAX_POSTS
                            + " posts that are not the person's, such as x:1866; got "
                            + given.size());
        }
        try {
            return given.stream().map(PostId::parse).toList();
        } catch (FieldException e) {
            throw ProblemException.parameter("posts", "posts: " + e.reason());
        }
    }

    private static Instant receivedAt(String text, Instant now) {
        try {
            Instant at = Instant.parse(text);
            if (!at.isAfter(now)) {
                return at;
            }
        } catch (DateTimeParseException e) {
            // Answered below.
        }
        throw ProblemException.parameter(
                "receivedAt",
                "receivedAt must be a time in the past such as 2026-03-01T10:00:00Z, got '"
                        + Request.shortened(text)
                        + "'");
    }

    private static Right right(String name) {
        return Right.of(name)
                .orElseThrow(() -> unknown("right", name, Arrays.stream(Right.values())));
    }

    private static RequestState state(String name) {
        return RequestState.of(name)
                .orElseThrow(() -> unknown("state", name, Arrays.stream(RequestState.values())));
    }

    private static Platform platform(String name) {
        return Platform.of(name)
                .orElseThrow(() -> unknown("platform", name, Arrays.stream(Platform.values())));
    }

    private static ProblemException unknown(
            String field, String got, Stream<? extends Enum<?>> known) {
        return ProblemException.parameter(
                field,
                field
                        + " must be one of "
                        + known.map(each -> each.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + ", got '"
                        + Request.shortened(got)
                        + "'");
    }

    private static String line(String field, String value) {
        if (value.isBlank() || value.length() > MAX_LINE || value.chars().anyMatch(c -> c < ' ')) {
            throw ProblemException.parameter(
                    field, field + " must be one line of 1 to " + MAX_LINE + " characters");
        }
        return value;
    }

    private Instant now() {
        return ports.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
