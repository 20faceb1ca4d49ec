package dev.earshot.queryapi;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.net.HostGuard;
import dev.earshot.core.picture.QuestionVectors;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.store.PostQueue;
import dev.earshot.core.store.RememberedGrants;
import dev.earshot.core.store.StoreException;
import dev.earshot.core.usage.Budget;
import dev.earshot.influence.score.Audience;
import dev.earshot.influence.score.ScoredAuthor;
import dev.earshot.query.Cursors;
import dev.earshot.queryapi.alert.AlertPorts;
import dev.earshot.queryapi.key.KeyRoutes;
import dev.earshot.queryapi.route.Ingest;
import dev.earshot.queryapi.route.Ports;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.collect.InMemorySourceStore;
import dev.earshot.testkit.contract.ScoreStoreContract;
import dev.earshot.testkit.directory.InMemoryCreatorDirectory;
import dev.earshot.testkit.directory.InMemoryShortlistStore;
import dev.earshot.testkit.engagement.InMemoryCampaignStore;
import dev.earshot.testkit.engagement.InMemorySegmentStore;
import dev.earshot.testkit.export.InMemoryExportFiles;
import dev.earshot.testkit.lambda.RecordingContext;
import dev.earshot.testkit.privacy.InMemoryAuditLog;
import dev.earshot.testkit.privacy.InMemoryAuthorEnds;
import dev.earshot.testkit.privacy.InMemoryRequestStore;
import dev.earshot.testkit.store.InMemoryAlertSettings;
import dev.earshot.testkit.store.InMemoryAnalysisStore;
import dev.earshot.testkit.store.InMemoryApiKeys;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.testkit.store.InMemoryCaseStore;
import dev.earshot.testkit.store.InMemoryDerivedFiles;
import dev.earshot.testkit.store.InMemoryEpisodeHistory;
import dev.earshot.testkit.store.InMemoryFeedbackStore;
import dev.earshot.testkit.store.InMemoryJobQueue;
import dev.earshot.testkit.store.InMemoryJobStore;
import dev.earshot.testkit.store.InMemoryLogoStore;
import dev.earshot.testkit.store.InMemoryMediaCatalogue;
import dev.earshot.testkit.store.InMemoryMediaResults;
import dev.earshot.testkit.store.InMemoryMediaStore;
import dev.earshot.testkit.store.InMemoryOutbox;
import dev.earshot.testkit.store.InMemoryParkedStore;
import dev.earshot.testkit.store.InMemoryScoreStore;
import dev.earshot.testkit.store.InMemoryTextVault;
import dev.earshot.testkit.store.InMemoryTopicStore;
import dev.earshot.testkit.store.InMemoryWorkQueue;
import dev.earshot.testkit.usage.InMemoryUsageStore;
import dev.earshot.testkit.view.InMemoryViewStore;
import dev.earshot.wire.DecodeLimits;
import dev.earshot.wire.PostReader;
import dev.earshot.wire.json.JsonValues;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A handler on stores in memory, at a fixed time, and a way to ask it. */
final class World {
    static final WorkspaceId ACME = Posts.WORKSPACE;
    static final AuthorRef ANN = Posts.author(1);
    static final AuthorRef BEN = Posts.author(2);
    static final WorkspaceId RIVAL = new WorkspaceId("rival");
    static final Instant NOW = Posts.PUBLISHED.plusSeconds(600);
    static final String RANDOM = "0123456789abcdef0123456789abcdef";

    final InMemoryAnalysisStore posts = new InMemoryAnalysisStore();
    final InMemoryCaseStore cases = new InMemoryCaseStore(posts);
    final InMemorySegmentStore segments = new InMemorySegmentStore();
    final InMemoryScoreStore scores = new InMemoryScoreStore();
    final InMemoryShortlistStore shortlists = new InMemoryShortlistStore();
    final InMemoryCreatorDirectory directory = new InMemoryCreatorDirectory(scores);
    final InMemoryBrandStore brands = new InMemoryBrandStore();
    final InMemoryTextVault texts = new InMemoryTextVault();
    final InMemoryExportFiles exports = new InMemoryExportFiles(InstantSource.fixed(NOW));
    final InMemoryMediaResults media = new InMemoryMediaResults();
    final InMemoryMediaCatalogue catalogue = new InMemoryMediaCatalogue();
    QuestionVectors questions = QuestionVectors.NONE;
    final InMemoryLogoStore logos = new InMemoryLogoStore();
    final InMemoryParkedStore parked = new InMemoryParkedStore();
    final Queue queue = new Queue();
    final InMemoryDerivedFiles derived = new InMemoryDerivedFiles();
    final InMemoryJobStore jobs = new InMemoryJobStore(InstantSource.fixed(NOW));
    final InMemoryJobQueue jobQueue = new InMemoryJobQueue();
    final InMemoryAuditLog audit = new InMemoryAuditLog();
    final InMemoryRequestStore requests = new InMemoryRequestStore();
    final InMemoryAuthorEnds ends = new InMemoryAuthorEnds();
    final InMemoryEpisodeHistory episodes = new InMemoryEpisodeHistory();
    final InMemoryTopicStore topics = new InMemoryTopicStore();
    final InMemoryAlertSettings alertSettings = new InMemoryAlertSettings();
    final InMemoryOutbox outbox = new InMemoryOutbox(InstantSource.fixed(NOW));
    final InMemoryWorkQueue alertQueue = new InMemoryWorkQueue();

    /** Every name that begins with inside leads inside; one that begins with lost, nowhere. */
    final HostGuard guard = new HostGuard(Set.of(), World::addresses);

    final InMemoryUsageStore usage = new InMemoryUsageStore();
    final InMemorySourceStore sources = new InMemorySourceStore();

    final InMemoryApiKeys keys = new InMemoryApiKeys(InstantSource.fixed(NOW));

    /** The doors that were told to forget keys. */
    final List<RememberedGrants.Door> forgot = new ArrayList<>();

    RememberedGrants remembered = forgot::add;

    final RecordingContext context = new RecordingContext();
    final Handler handler;
    final KeysHandler keysHandler =
            new KeysHandler(
                    new KeyRoutes(
                            keys,
                            door -> remembered.forget(door),
                            audit,
                            () -> "ek_" + RANDOM,
                            InstantSource.fixed(NOW)));

    World() {
        Pseudonymiser pseudonymiser =
                new Pseudonymiser("a key for tests alone".getBytes(StandardCharsets.UTF_8));
        handler =
                new Handler(
                        new Ports(
                                posts,
                                brands,
                                texts,
                                media,
                                new InMemoryMediaStore(),
                                derived,
                                catalogue,
                                question -> questions.of(question),
                                logos,
                                jobs,
                                jobQueue,
                                parked,
                                new InMemoryFeedbackStore(posts),
                                cases,
                                new InMemoryCampaignStore(),
                                segments,
                                queue,
                                new PostReader(
                                        pseudonymiser,
                                        new DecodeLimits(
                                                Ingest.MAX_BODY_BYTES,
                                                Ingest.MAX_RECORDS + 1,
                                                128)),
                                new PostReader(pseudonymiser),
                                new Cursors(pseudonymiser.derive("cursor")),
                                () -> RANDOM,
                                ACME,
                                25L << 20,
                                InstantSource.fixed(NOW),
                                pseudonymiser,
                                scores,
                                new AlertPorts(
                                        episodes, topics, alertSettings, outbox, alertQueue, guard),
                                posts,
                                directory,
                                shortlists,
                                audit,
                                requests,
                                ends,
                                sources,
                                new InMemoryViewStore(),
                                exports,
                                usage,
                                new Budget(usage, InstantSource.fixed(NOW))));
    }

    private static InetAddress[] addresses(String host) throws UnknownHostException {
        if (host.startsWith("lost")) {
            throw new UnknownHostException(host);
        }
        boolean literal = Character.isDigit(host.charAt(0)) || host.contains(":");
        String address = host.startsWith("inside") ? "10.0.0.7" : literal ? host : "8.8.8.8";
        return new InetAddress[] {InetAddress.getByName(address)};
    }

    World with(Posts post) {
        return with(post.analysis());
    }

    World with(PostAnalysis post) {
        posts.commit(post.workspace(), List.of(new PostChange.Store(post)));
        return this;
    }

    World with(WorkspaceId workspace, Brand brand) {
        brands.put(workspace, brand);
        return this;
    }

    World scored(AuthorRef author, String brand, double score, long followers) {
        scores.replace(
                ACME,
                author,
                Audience.of(List.of(Posts.author(50), Posts.author(51))),
                List.of(
                        new ScoredAuthor(
                                ScoreStoreContract.score(author, brand, score, NOW),
                                OptionalLong.of(followers),
                                List.of(
                                        new ScoredAuthor.OnTopic(
                                                "tea", score / 2, 1, score, "on tea")),
                                Optional.of(ScoreStoreContract.profile()))));
        return this;
    }

    Ask get(String path) {
        return new Ask("GET", path);
    }

    Ask ask(String method, String path) {
        return new Ask(method, path);
    }

    /** One request in the making; asks as workspace acme with every scope unless told otherwise. */
    final class Ask {
        private final String method;
        private final String path;
        private final Map<String, String> query = new LinkedHashMap<>();
        private final Map<String, String> headers = new LinkedHashMap<>();
        private @Nullable Map<String, Object> authorizer =
                Map.of("workspace", ACME.value(), "scopes", "read write");
        private RequestContext.Authorizer.@Nullable JWT jwt;
        private @Nullable String body;
        private boolean base64;
        private String stage = "$default";

        private Ask(String method, String path) {
            this.method = method;
            this.path = path;
        }

        Ask query(String name, String value) {
            query.put(name, value);
            return this;
        }

        Ask header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        Ask as(WorkspaceId workspace, String scopes) {
            authorizer =
                    Map.of("workspace", workspace.value(), "scopes", scopes, "caller", "caller-1");
            return this;
        }

        Ask asNobody() {
            authorizer = null;
            return this;
        }

        Ask withToken(Map<String, String> claims, @Nullable List<String> scopes) {
            authorizer = null;
            jwt =
                    RequestContext.Authorizer.JWT
                            .builder()
                            .withClaims(claims)
                            .withScopes(scopes)
                            .build();
            return this;
        }

        Ask body(String text) {
            body = text;
            return this;
        }

        Ask base64Body(String encoded) {
            body = encoded;
            base64 = true;
            return this;
        }

        Ask stage(String name) {
            stage = name;
            return this;
        }

        Reply send() {
            RequestContext.Authorizer authoriser = null;
            if (authorizer != null || jwt != null) {
                authoriser = new RequestContext.Authorizer();
                authoriser.setLambda(authorizer);
                authoriser.setJwt(jwt);
            }
            APIGatewayV2HTTPEvent event =
                    APIGatewayV2HTTPEvent.builder()
                            .withVersion("2.0")
                            .withRawPath(path)
                            .withQueryStringParameters(query.isEmpty() ? null : query)
                            .withHeaders(headers)
                            .withBody(body)
                            .withIsBase64Encoded(base64)
                            .withRequestContext(
                                    RequestContext.builder()
                                            .withApiId("api-1")
                                            .withStage(stage)
                                            .withRequestId("request-1")
                                            .withAuthorizer(authoriser)
                                            .withHttp(
                                                    RequestContext.Http.builder()
                                                            .withMethod(method)
                                                            .withPath(path)
                                                            .build())
                                            .build())
                            .build();
            return new Reply(
                    ofKeys()
                            ? keysHandler.handleRequest(event, context)
                            : handler.handleRequest(event, context));
        }

        /** As the template's routes tell them apart. */
        private boolean ofKeys() {
            return path.equals("/v1/keys")
                    || (method.equals("DELETE") && path.startsWith("/v1/keys/"));
        }
    }

    /** An answer, with its JSON at hand. */
    record Reply(APIGatewayV2HTTPResponse response) {
        int status() {
            return response.getStatusCode();
        }

        String body() {
            return response.getBody();
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(response.getHeaders().get(name));
        }

        /** The value under a path of names and places, such as {@code posts.0.id}. */
        @Nullable Object at(String path) {
            Object value = JsonValues.read(body());
            for (String step : path.split("\\.", -1)) {
                value =
                        switch (value) {
                            case Map<?, ?> map -> map.get(step);
                            case List<?> list -> list.get(Integer.parseInt(step));
                            case null, default ->
                                    throw new AssertionError("no " + path + " in " + body());
                        };
            }
            return value;
        }

        String text(String path) {
            return String.valueOf(at(path));
        }

        List<?> list(String path) {
            return at(path) instanceof List<?> list ? list : List.of("no list at " + path);
        }
    }

    /** A queue that remembers, and fails on demand. */
    static final class Queue implements PostQueue {
        record Message(WorkspaceId workspace, Optional<String> source, String body) {}

        final List<Message> messages = new ArrayList<>();
        boolean broken;

        @Override
        public void send(WorkspaceId workspace, Optional<String> source, String body) {
            if (broken) {
                throw new StoreException("could not queue posts: broken", null);
            }
            if (body.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
                throw new IllegalArgumentException("message too large");
            }
            messages.add(new Message(workspace, source, body));
        }
    }
}
