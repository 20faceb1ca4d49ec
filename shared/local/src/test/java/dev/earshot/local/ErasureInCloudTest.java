package dev.earshot.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.alerts.delivery.Delivery;
import dev.earshot.alerts.rule.Recipient;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.trend.DynamoEpisodeHistory;
import dev.earshot.core.Outcome;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.Departures;
import dev.earshot.core.privacy.ErasurePort;
import dev.earshot.core.privacy.PersonalStore;
import dev.earshot.core.privacy.PrivacySweep;
import dev.earshot.core.privacy.RequestDesk;
import dev.earshot.core.privacy.Statement;
import dev.earshot.core.privacy.StatementSigner;
import dev.earshot.core.statistics.Interval;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.ApiKeyRegistry;
import dev.earshot.core.store.ApiKeys;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.store.Parking;
import dev.earshot.core.store.TextVault;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.influence.score.Audience;
import dev.earshot.influence.score.ScoredAuthor;
import dev.earshot.lambda.Services;
import dev.earshot.lambda.Settings;
import dev.earshot.privacy.PersonalData;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.contract.ScoreStoreContract;
import dev.earshot.testkit.model.KeywordTextModel;
import dev.earshot.testkit.privacy.InMemoryAuthorEnds;
import dev.earshot.testkit.store.InMemoryAnalysisStore;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.testkit.store.InMemoryParkedStore;
import dev.earshot.testkit.store.InMemoryTextVault;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.Explanation;
import dev.earshot.trends.episode.TrendKind;
import dev.earshot.usecase.post.AnalysePosts;
import dev.earshot.usecase.post.Brands;
import dev.earshot.usecase.post.PostReadings;
import dev.earshot.wire.PostReader;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.core.sync.RequestBody;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Of fifty people ten ask for erasure: not a byte of theirs stays, and all of the others does. */
@Tag("long")
final class ErasureInCloudTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ERASED = 10;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(3_600);
    private String key = "";

    @Test
    void erasure_ofTenOfFifty_leavesNoByteOfTheirsAndAllOfTheOthers(@TempDir Path folder)
            throws Exception {
        try (EmbeddedCloud cloud = FakeStack.startWithRealApi(folder)) {
            Settings settings = FakeStack.asOwner(cloud, "SweepPrivacyFunction");
            Services services = new Services(settings, InstantSource.system());
            key = ApiKeyRegistry.fresh(new SecureRandom());
            services.apiKeys()
                    .allow(
                            key,
                            "",
                            new ApiKeys.Grant(Crowd.WORKSPACE, Set.of("read", "write", "resolve")));
            ask(cloud, "PUT", "/v1/brands/acme", "{\"name\":\"Acme\"}");
            plant(cloud, services, settings);
            Bytes before = bytes(cloud, folder, settings);
            for (int person = 0; person < ERASED; person++) {
                assertThat(before.where(Crowd.post(person, 0))).isNotEmpty();
                assertThat(before.where(Crowd.mark(person))).isNotEmpty();
                assertThat(before.where(Crowd.x(services.pseudonymiser(), person).pseudonym()))
                        .isNotEmpty();
            }

            List<String> requests = askForErasure(cloud);
            AnalysePosts late = intake(services);
            assertThat(
                            late.handle(
                                    List.of(
                                            Crowd.message(
                                                    "late", Crowd.posts(3, now).getFirst(), now))))
                    .containsExactly(new Outcome.Done(true));
            // Two days on, the jobs that read the files are over.
            Settings role = Settings.of(cloud.environment("SweepPrivacyFunction"));
            sweep(new Services(role, () -> Instant.now().plus(Duration.ofDays(2))));

            isFulfilled(cloud, requests);
            assertThat(cloud.refused()).isEmpty();
            Bytes bytes = bytes(cloud, folder, settings);
            assertThat(bytes.places()).isGreaterThan(1_000);
            nothingIsLeft(bytes, services.pseudonymiser());
            theOthersAreThere(services);
            assertThat(counts(services.analysisStore()))
                    .isEqualTo(counts(rebuilt(services.pseudonymiser())));
        }
    }

    @Test
    void ports_coverEveryKindThatTellsOfPeople(@TempDir Path folder) throws Exception {
        try (EmbeddedCloud cloud = FakeStack.startWithRealApi(folder)) {
            Set<String> covered =
                    new Services(
                                    FakeStack.asOwner(cloud, "SweepPrivacyFunction"),
                                    InstantSource.system())
                            .erasurePorts().stream()
                                    .map(ErasurePort::covers)
                                    .flatMap(Set::stream)
                                    .collect(Collectors.toSet());

            assertThat(
                            PersonalStore.all().stream()
                                    .filter(
                                            store ->
                                                    store.erasure()
                                                                    == PersonalStore.Erasure
                                                                            .BY_THE_SWEEP
                                                            || store.erasure()
                                                                    == PersonalStore.Erasure
                                                                            .WITH_THE_POST)
                                    .map(PersonalStore::prefix))
                    .allSatisfy(prefix -> assertThat(covered).contains(prefix));
            assertThat(covered).contains("text/", "parked/", "imports/", "media/", "derived/");
        }
    }

    private void plant(EmbeddedCloud cloud, Services services, Settings settings) throws Exception {
        AnalysePosts intake = intake(services);
        for (int person = 0; person < Crowd.PEOPLE; person++) {
            String body = "{\"posts\":[" + String.join(",", Crowd.posts(person, now)) + "]}";
            put(cloud, settings, Crowd.picture(person), "a picture of " + Crowd.mark(person));
            intake.handle(
                    List.of(
                            Crowd.message("m" + person, body, now),
                            Crowd.message("bad" + person, unreadable(person), now)));
        }
        for (int person = 0; person < Crowd.PEOPLE; person++) {
            AuthorRef author = Crowd.x(services.pseudonymiser(), person);
            services.scoreStore()
                    .replace(
                            Crowd.WORKSPACE,
                            author,
                            Audience.NONE,
                            List.of(
                                    new ScoredAuthor(
                                            ScoreStoreContract.score(author, "acme", 50, now),
                                            OptionalLong.of(7),
                                            List.of())));
            ask(
                    cloud,
                    "PUT",
                    "/v1/posts/x/" + Crowd.post(person, 0) + "/feedback",
                    "{\"sentiment\":\"positive\"}");
        }
        team(cloud, services);
        put(cloud, settings, file(1), rows(0, ERASED));
        put(cloud, settings, file(2), rows(ERASED, Crowd.PEOPLE));
        episode(cloud);
        JsonNode cases = ask(cloud, "GET", "/v1/cases?limit=100", "");
        assertThat(cases.path("items").size()).isPositive();
        ask(
                cloud,
                "POST",
                "/v1/authors/resolve",
                "{\"platform\":\"x\",\"account\":\"%s\",\"purpose\":\"contract\"}"
                        .formatted(Crowd.account(0)));
    }

    /**
     * What the operator's people write down of others: shortlists, campaigns, views, deliveries.
     */
    private void team(EmbeddedCloud cloud, Services services) throws Exception {
        List<String> creators = new ArrayList<>();
        for (int person = 0; person < Crowd.PEOPLE; person++) {
            String pseudonym = Crowd.x(services.pseudonymiser(), person).pseudonym();
            ask(
                    cloud,
                    "PUT",
                    "/v1/shortlists/spring/authors/" + pseudonym,
                    "{\"note\":\"like @%s\"}".formatted(Crowd.handle((person + 5) % Crowd.PEOPLE)));
            ask(
                    cloud,
                    "PUT",
                    "/v1/views/of-" + person,
                    "{\"name\":\"One\",\"address\":\"#/creators?author=" + pseudonym + "\"}");
            // What a stranger's server answered is kept in the delivery's log.
            services.outbox()
                    .begin(
                            new Delivery(
                                    Crowd.WORKSPACE,
                                    "al_" + person,
                                    new Recipient.ToTopic(),
                                    Optional.empty(),
                                    Delivery.State.WAITING,
                                    1,
                                    Optional.of(now.plus(Duration.ofDays(30))),
                                    List.of(
                                            new Delivery.Attempt(
                                                    now,
                                                    Duration.ofSeconds(1),
                                                    "nobody is called @" + Crowd.handle(person)))));
            if (person % 2 == 0) {
                creators.add("\"" + pseudonym + "\"");
            }
        }
        ask(
                cloud,
                "PUT",
                "/v1/campaigns/spring",
                "{\"name\":\"Spring\",\"brand\":\"acme\",\"from\":\"2026-03-01\",\"to\":\"2026-03-31\",\"creators\":["
                        + String.join(",", creators)
                        + "]}");
    }

    private static String unreadable(int person) {
        return "{\"id\":\"a b\",\"platform\":\"x\",\"text\":\"%s\",\"author\":{\"id\":\"%s\",\"handle\":\"%s\"}}"
                .formatted(Crowd.mark(person), Crowd.account(person), Crowd.handle(person));
    }

    private static String file(int number) {
        return "imports/default/%032x/posts.csv".formatted(number);
    }

    private static String rows(int from, int to) {
        return "id,text,author_id\n"
                + IntStream.range(from, to)
                        .mapToObj(
                                person ->
                                        "99%d,Acme %s,%s\n"
                                                .formatted(
                                                        person,
                                                        Crowd.mark(person),
                                                        Crowd.account(person)))
                        .collect(Collectors.joining());
    }

    private void put(EmbeddedCloud cloud, Settings settings, String name, String text) {
        cloud.clients()
                .s3()
                .putObject(
                        put -> put.bucket(settings.require("MEDIA_BUCKET")).key(name),
                        RequestBody.fromString(text));
    }

    private void episode(EmbeddedCloud cloud) {
        var change =
                new EpisodeChange(
                        new Episode(
                                Crowd.WORKSPACE,
                                "acme",
                                Episode.idOf(Crowd.WORKSPACE, "acme", TrendKind.MENTIONS, "", now),
                                TrendKind.MENTIONS,
                                "",
                                now,
                                now,
                                Optional.empty(),
                                EpisodeState.OPEN,
                                30,
                                10,
                                new Episode.Ratio(3, new Interval(2, 4)),
                                1_000,
                                "more posts than usual",
                                new Explanation(
                                        List.of(
                                                new Explanation.Cause(
                                                        "repost", "x:" + Crowd.post(0, 0), .5),
                                                new Explanation.Cause("platform", "x", .5)),
                                        List.of(
                                                new PostId(Platform.X, Crowd.post(0, 0)),
                                                new PostId(Platform.X, Crowd.post(30, 0))),
                                        Optional.empty(),
                                        "reposts of x:" + Crowd.post(0, 0)),
                                1),
                        now);
        new DynamoEpisodeHistory(
                        cloud.clients().dynamoDb(),
                        Objects.requireNonNull(cloud.endpoints().tables().get("main")),
                        Retention.STANDARD,
                        InstantSource.system())
                .add(change);
    }

    private List<String> askForErasure(EmbeddedCloud cloud) throws Exception {
        List<String> ids = new ArrayList<>();
        for (int person = 0; person < ERASED; person++) {
            for (String account :
                    List.of(
                            "\"x\",\"account\":\"" + Crowd.account(person),
                            "\"bluesky\",\"account\":\"" + Crowd.did(person))) {
                ids.add(
                        ask(
                                        cloud,
                                        "POST",
                                        "/v1/privacy/requests",
                                        "{\"platform\":"
                                                + account
                                                + "\",\"right\":\"erasure\",\"identity\":\"seen\"}")
                                .path("id")
                                .asText());
            }
        }
        return ids;
    }

    private static void sweep(Services services) {
        Pseudonymiser pseudonymiser = services.pseudonymiser();
        var desk =
                new RequestDesk(
                        services.requestStore(),
                        services.analysisStore(),
                        services.authorPosts(),
                        services.authorEnds(),
                        services.authorScores(),
                        RequestDesk.Objections.NONE,
                        services.creatorDirectory(),
                        new StatementSigner(pseudonymiser.derive("statements")),
                        InstantSource.system());
        new PrivacySweep(
                        services.authorEnds(),
                        services.requestStore(),
                        desk,
                        services.erasurePorts(),
                        pseudonymiser)
                .sweep(Crowd.WORKSPACE, true);
    }

    private void isFulfilled(EmbeddedCloud cloud, List<String> requests) throws Exception {
        for (String id : requests) {
            JsonNode request = ask(cloud, "GET", "/v1/privacy/requests/" + id, "");
            assertThat(request.path("state").asText()).isEqualTo("fulfilled");
            assertThat(request.path("postsHeld").asInt()).isIn(1, 3);
        }
        String receipt =
                text(cloud, "GET", "/v1/privacy/requests/" + requests.get(0) + "/receipt", "");
        assertThat(Statement.check(receipt)).isInstanceOf(Statement.Verdict.Genuine.class);
        assertThat(receipt).contains("looked again: 0");
    }

    private Bytes bytes(EmbeddedCloud cloud, Path folder, Settings settings) throws Exception {
        var bytes = new Bytes();
        for (String table : cloud.endpoints().tables().values()) {
            bytes.table(cloud.clients().dynamoDb(), table);
        }
        bytes.bucket(cloud.clients().s3(), settings.require("MEDIA_BUCKET"));
        bytes.bucket(cloud.clients().s3(), settings.require("VAULT_BUCKET"));
        bytes.folder(folder.resolve("state"));
        return bytes;
    }

    private static void nothingIsLeft(Bytes bytes, Pseudonymiser pseudonymiser) {
        for (int person = 0; person < ERASED; person++) {
            List<String> words = new ArrayList<>(Crowd.pseudonyms(pseudonymiser, person));
            words.add(Crowd.account(person));
            words.add(Crowd.handle(person));
            words.add(Crowd.did(person));
            words.add(Crowd.mark(person));
            words.add(Crowd.picture(person));
            for (int number = 0; number < 3; number++) {
                words.add(Crowd.post(person, number));
            }
            for (String word : words) {
                assertThat(bytes.where(word)).as(word).isEmpty();
            }
        }
    }

    private static void theOthersAreThere(Services services) {
        AnalysisStore posts = services.analysisStore();
        for (int person = ERASED; person < Crowd.PEOPLE; person++) {
            for (int number = 0; number < 2; number++) {
                String text =
                        posts.post(
                                        Crowd.WORKSPACE,
                                        new PostId(Platform.X, Crowd.post(person, number)))
                                .orElseThrow()
                                .text()
                                .flatMap(services.textVault()::open)
                                .orElseThrow();
                assertThat(text).contains(Crowd.mark(person));
            }
            AuthorRef author = Crowd.x(services.pseudonymiser(), person);
            assertThat(services.scoreStore().find(Crowd.WORKSPACE, author, "acme")).isPresent();
        }
        assertThat(services.feedbackStore().list(Crowd.WORKSPACE, Optional.empty(), 100))
                .hasSize(Crowd.PEOPLE - ERASED);
        assertThat(services.parkedStore().list(Crowd.WORKSPACE, Optional.empty(), 100))
                .hasSize(Crowd.PEOPLE - ERASED);
        assertThat(services.shortlistStore().all(Crowd.WORKSPACE)).hasSize(Crowd.PEOPLE - ERASED);
        assertThat(services.outbox().deliveries(Crowd.WORKSPACE, "al_0")).isEmpty();
        assertThat(services.outbox().deliveries(Crowd.WORKSPACE, "al_30")).hasSize(1);
        assertThat(services.viewStore().all(Crowd.WORKSPACE)).hasSize(Crowd.PEOPLE - ERASED);
        assertThat(
                        services.campaignStore()
                                .campaign(Crowd.WORKSPACE, "spring")
                                .orElseThrow()
                                .creators())
                .hasSize((Crowd.PEOPLE - ERASED) / 2);
        assertThat(services.mediaStore().list("imports/default/", "", 10)).hasSize(1);
        assertThat(services.mediaStore().list("media/default/", "", 100))
                .hasSize(Crowd.PEOPLE - ERASED);
    }

    /** A world that has never heard of the ten, nor of what repeats them. */
    private AnalysisStore rebuilt(Pseudonymiser pseudonymiser) {
        var store = new InMemoryAnalysisStore();
        var brands = new InMemoryBrandStore();
        brands.put(Crowd.WORKSPACE, Brand.named("acme", "Acme"));
        AnalysePosts intake =
                intake(
                        pseudonymiser,
                        brands,
                        store,
                        new Departures(
                                store, store, new InMemoryAuthorEnds(), (anywhere, who) -> {}),
                        new InMemoryTextVault(),
                        new Parking(new InMemoryParkedStore(), "sqs"));
        List<PostMessage> messages = new ArrayList<>();
        for (int person = ERASED; person < Crowd.PEOPLE; person++) {
            List<String> posts = Crowd.posts(person, now);
            List<String> kept =
                    Crowd.repeats(person) < ERASED ? posts.subList(0, posts.size() - 1) : posts;
            messages.add(
                    Crowd.message(
                            "m" + person, "{\"posts\":[" + String.join(",", kept) + "]}", now));
        }
        intake.handle(messages);
        return store;
    }

    private List<CountDelta> counts(AnalysisStore store) {
        return store.counts(
                Crowd.WORKSPACE,
                "acme",
                now.minus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(1)));
    }

    private static AnalysePosts intake(Services services) {
        return intake(
                services.pseudonymiser(),
                services.brandStore(),
                services.analysisStore(),
                new Departures(
                        services.analysisStore(),
                        services.authorPosts(),
                        services.authorEnds(),
                        services.authorScores()),
                services.textVault(),
                new Parking(services.parkedStore(), "sqs"));
    }

    private static AnalysePosts intake(
            Pseudonymiser pseudonymiser,
            BrandStore brands,
            AnalysisStore posts,
            Departures departures,
            TextVault vault,
            Parking parking) {
        var reader =
                new TextReader(
                        new KeywordTextModel(),
                        (text, declared) -> new Language("en", .99),
                        Set.of("en"));
        return new AnalysePosts(
                new PostReader(pseudonymiser),
                new PostReadings(reader, PersonalData.masking("mask"), InstantSource.system()),
                new Brands(brands, pseudonymiser),
                posts,
                departures,
                vault,
                parking);
    }

    private JsonNode ask(EmbeddedCloud cloud, String method, String path, String body)
            throws Exception {
        return JSON.readTree(text(cloud, method, path, body));
    }

    private String text(EmbeddedCloud cloud, String method, String path, String body)
            throws Exception {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(cloud.endpoints().api() + path))
                                .header("x-api-key", key)
                                .method(
                                        method,
                                        body.isEmpty()
                                                ? HttpRequest.BodyPublishers.noBody()
                                                : HttpRequest.BodyPublishers.ofString(
                                                        body, StandardCharsets.UTF_8))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }
}
