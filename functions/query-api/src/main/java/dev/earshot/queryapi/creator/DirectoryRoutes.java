package dev.earshot.queryapi.creator;

import dev.earshot.core.FieldException;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.audit.AuditUse;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.directory.Creator;
import dev.earshot.core.directory.CreatorDirectory;
import dev.earshot.core.directory.DirectorySettings;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The directory of public creators: whether the workspace keeps one, and who stands behind a
 * pseudonym of it. Only the scope {@code resolve} reads names or turns the directory on; each name
 * that is read is in the audit before it is sent. Thread-safe.
 */
public final class DirectoryRoutes {
    private static final int MAX_BODY_BYTES = 1 << 14;
    private static final int MAX_ASKED = 50;
    private static final int MAX_PURPOSE = 500;

    private final CreatorDirectory directory;
    private final AuditLog audit;
    private final InstantSource clock;

    public DirectoryRoutes(CreatorDirectory directory, AuditLog audit, InstantSource clock) {
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    public List<Route> routes() {
        String settings = "/v1/settings/directory";
        return List.of(
                new Route("GET", settings, Access.READ, this::settings),
                new Route("PUT", settings, Access.RESOLVE, this::change),
                new Route("POST", "/v1/authors/directory", Access.RESOLVE, this::read));
    }

    private Response settings(Request request) {
        request.acceptOnly();
        return view(directory.settings(request.workspace()));
    }

    private Response change(Request request) {
        request.acceptOnly();
        JsonObject body = JsonObject.of(request.body(MAX_BODY_BYTES));
        body.acceptOnly(List.of("on", "minFollowers"));
        boolean on =
                body.flag("on")
                        .orElseThrow(
                                () ->
                                        ProblemException.parameter(
                                                "on", "on must be given: true or false"));
        long minFollowers = body.whole("minFollowers").orElse(DirectorySettings.OFF.minFollowers());
        directory.change(
                request.workspace(),
                ProblemException.made(() -> new DirectorySettings(on, minFollowers)));
        return view(directory.settings(request.workspace()));
    }

    private static Response view(DirectorySettings settings) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("on", settings.on());
        view.put("minFollowers", settings.minFollowers());
        return Response.json(200, view);
    }

    private Response read(Request request) {
        request.acceptOnly();
        JsonObject body = JsonObject.of(request.body(MAX_BODY_BYTES));
        body.acceptOnly(List.of("pseudonyms", "purpose"));
        String purpose = body.requiredText("purpose");
        if (purpose.isBlank() || purpose.length() > MAX_PURPOSE) {
            throw ProblemException.parameter(
                    "purpose",
                    "purpose must have 1 to "
                            + MAX_PURPOSE
                            + " characters, got "
                            + purpose.length());
        }
        Set<AuthorRef> asked = new LinkedHashSet<>();
        for (String pseudonym : body.texts("pseudonyms")) {
            asked.add(author(pseudonym));
        }
        if (asked.isEmpty() || asked.size() > MAX_ASKED) {
            throw ProblemException.parameter(
                    "pseudonyms",
                    "pseudonyms must name 1 to " + MAX_ASKED + " authors, got " + asked.size());
        }
        WorkspaceId workspace = request.workspace();
        Map<AuthorRef, Creator> found = directory.find(workspace, asked);
        for (AuthorRef author : found.keySet()) {
            audit.add(
                    workspace,
                    new AuditUse(
                            clock.instant().truncatedTo(ChronoUnit.MILLIS),
                            request.callerName(),
                            "directory",
                            ErasureMark.of(author).digest(),
                            purpose,
                            true));
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put(
                "creators",
                asked.stream()
                        .flatMap(a -> Optional.ofNullable(found.get(a)).stream())
                        .map(DirectoryRoutes::view)
                        .toList());
        view.put(
                "notListed",
                asked.stream()
                        .filter(a -> !found.containsKey(a))
                        .map(AuthorRef::pseudonym)
                        .toList());
        return Response.json(200, view).with("cache-control", "no-store");
    }

    private static Map<String, Object> view(Creator creator) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("pseudonym", creator.author().pseudonym());
        view.put("platform", creator.profile().platform().key());
        view.put("handle", creator.profile().handle());
        creator.profile().name().ifPresent(name -> view.put("name", name));
        creator.profile().link().ifPresent(link -> view.put("link", link));
        view.put("followers", creator.followers());
        view.put("seenAt", creator.seenAt());
        return view;
    }

    private static AuthorRef author(String pseudonym) {
        try {
            return new AuthorRef(pseudonym);
        } catch (FieldException e) {
            throw ProblemException.parameter(
                    "pseudonyms",
                    "a pseudonym has 32 hexadecimal digits in lower case, got '"
                            + Request.shortened(pseudonym)
                            + "'");
        }
    }
}
