package dev.earshot.usecase.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorEnd;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.Conversation;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.Departures;
import dev.earshot.core.privacy.Erased;
import dev.earshot.core.privacy.ErasurePort;
import dev.earshot.core.privacy.PersonRequest;
import dev.earshot.core.privacy.PostTraces;
import dev.earshot.core.privacy.PrivacySweep;
import dev.earshot.core.privacy.RequestDesk;
import dev.earshot.core.privacy.RequestState;
import dev.earshot.core.privacy.Right;
import dev.earshot.core.privacy.StatementSigner;
import dev.earshot.core.store.Parking;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.directory.InMemoryCreatorDirectory;
import dev.earshot.testkit.model.KeywordTextModel;
import dev.earshot.testkit.privacy.InMemoryAuthorEnds;
import dev.earshot.testkit.privacy.InMemoryRequestStore;
import dev.earshot.testkit.store.InMemoryAnalysisStore;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.testkit.store.InMemoryParkedStore;
import dev.earshot.testkit.store.InMemoryScoreStore;
import dev.earshot.testkit.store.InMemoryTextVault;
import dev.earshot.usecase.post.AnalysePosts;
import dev.earshot.usecase.post.Brands;
import dev.earshot.usecase.post.PostReadings;
import dev.earshot.wire.PostReader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class PrivacySweepTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("default");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Pseudonymiser KEY =
            new Pseudonymiser("a key for tests alone".getBytes(StandardCharsets.UTF_8));

    private final InMemoryAnalysisStore posts = new InMemoryAnalysisStore();
    private final InMemoryAuthorEnds ends = new InMemoryAuthorEnds();
    private final InMemoryRequestStore requests = new InMemoryRequestStore();
    private final InMemoryBrandStore brands = new InMemoryBrandStore();
    private final List<ErasurePort> ports = new ArrayList<>();

    @BeforeEach
    void plant() {
        brands.put(WORKSPACE, Brand.named("acme", "Acme"));
        ports.add(new PostTraces(posts, posts, (workspace, author) -> {}));
        take(post("1", "7", "Acme is bad", ""));
        take(post("2", "8", "Acme is good", reference("inReplyTo")));
        take(post("3", "8", "RT Acme is bad", reference("repostOf")));
    }

    private static String reference(String kind) {
        return ",\"" + kind + "\":{\"id\":\"1\",\"author\":{\"id\":\"7\"}}";
    }

    private static String post(String id, String author, String text, String more) {
        return "{\"id\":\"%s\",\"platform\":\"x\",\"text\":\"%s\",\"createdAt\":\"2026-03-01T09:00:00Z\",\"author\":{\"id\":\"%s\",\"followers\":1000000}%s}"
                .formatted(id, text, author, more);
    }

    private void take(String body) {
        new AnalysePosts(
                        new PostReader(KEY),
                        new PostReadings(
                                new TextReader(
                                        new KeywordTextModel(),
                                        (text, declared) -> new Language("en", .99),
                                        Set.of("en")),
                                InstantSource.fixed(NOW)),
                        new Brands(brands, KEY),
                        posts,
                        new Departures(posts, posts, ends, (workspace, author) -> {}),
                        new InMemoryTextVault(),
                        new Parking(new InMemoryParkedStore(), "sqs"))
                .handle(List.of(new PostMessage("m", WORKSPACE, Optional.empty(), body, NOW)));
    }

    private static AuthorRef author(String id) {
        return KEY.pseudonym(WORKSPACE, Platform.X, id);
    }

    private Optional<PostAnalysis> stored(String id) {
        return posts.post(WORKSPACE, new PostId(Platform.X, id));
    }

    private RequestDesk desk() {
        return new RequestDesk(
                requests,
                posts,
                posts,
                ends,
                (workspace, author) -> {},
                RequestDesk.Objections.NONE,
                new InMemoryCreatorDirectory(new InMemoryScoreStore()),
                new StatementSigner(KEY.derive("statements")),
                InstantSource.fixed(NOW));
    }

    private PersonRequest erasure() {
        PersonRequest received =
                desk().receive(
                                WORKSPACE,
                                "r1",
                                Right.ERASURE,
                                Platform.X,
                                author("7"),
                                List.of(),
                                NOW);
        desk().takeUp(received, "seen");
        return requests.find(WORKSPACE, "r1").orElseThrow();
    }

    private PrivacySweep.Result sweep(boolean all) {
        return new PrivacySweep(ends, requests, desk(), ports, KEY).sweep(WORKSPACE, all);
    }

    @Test
    void sweep_afterAnErasure_removesRepostsAndUnlinksAnswers() {
        erasure();
        assertThat(stored("1")).isEmpty();

        PrivacySweep.Result result = sweep(false);

        assertThat(result).isEqualTo(new PrivacySweep.Result(1, 2, 1));
        assertThat(stored("3")).isEmpty();
        PostAnalysis answer = stored("2").orElseThrow();
        assertThat(answer.context().references()).isEmpty();
        assertThat(answer.context().conversation().map(Conversation::first))
                .contains(new PostId(Platform.X, "2"));
    }

    @Test
    void sweep_thatFindsNothingMore_fulfilsWithAReceiptAndKeepsNoPseudonym() {
        erasure();
        sweep(false);

        PersonRequest request = requests.find(WORKSPACE, "r1").orElseThrow();
        assertThat(request.state()).isEqualTo(RequestState.FULFILLED);
        assertThat(request.author()).isEmpty();
        assertThat(request.receipt())
                .get()
                .asString()
                .contains("posts held when taken up: 1", "looked again: 0");
        assertThat(ends.open(WORKSPACE)).isEmpty();
        assertThat(sweep(true)).isEqualTo(new PrivacySweep.Result(0, 0, 0));
    }

    @Test
    void sweep_whereSomethingIsStillFound_leavesTheRequestUnderWay() {
        ports.add(
                new ErasurePort() {
                    @Override
                    public String name() {
                        return "a store that writes meanwhile";
                    }

                    @Override
                    public Set<String> covers() {
                        return Set.of();
                    }

                    @Override
                    public long erase(Erased people) {
                        return 1;
                    }
                });
        erasure();

        assertThat(sweep(false).fulfilled()).isZero();
        assertThat(requests.find(WORKSPACE, "r1").orElseThrow().state())
                .isEqualTo(RequestState.IN_PROGRESS);
        assertThat(ends.open(WORKSPACE)).isNotEmpty();
    }

    @Test
    void sweep_ofARequestThatWasBrokenOffBeforeTheMark_endsTheAuthorFirst() {
        PersonRequest begun = erasure();
        ends.restore(WORKSPACE, begun.person(), NOW, AuthorEnd.Reason.REQUEST);
        take(post("4", "7", "Acme is bad again", ""));

        assertThat(sweep(false).fulfilled()).isEqualTo(1);
        assertThat(stored("4")).isEmpty();
    }

    @Test
    void sweep_withoutAPersonsRequest_waitsForTheDailyOne() {
        new Departures(posts, posts, ends, (workspace, who) -> {})
                .end(WORKSPACE, author("7"), NOW, AuthorEnd.Reason.PLATFORM);

        assertThat(sweep(false).people()).isZero();
        assertThat(sweep(true)).isEqualTo(new PrivacySweep.Result(1, 2, 0));
    }
}
