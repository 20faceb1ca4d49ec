package dev.earshot.testkit.contract;

import static dev.earshot.testkit.Posts.WORKSPACE;
import static dev.earshot.testkit.Posts.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.influence.profile.Cells;
import dev.earshot.influence.profile.CreatorProfile;
import dev.earshot.influence.profile.Doubt;
import dev.earshot.influence.profile.Partnership;
import dev.earshot.influence.profile.Responders;
import dev.earshot.influence.profile.Suspicion;
import dev.earshot.influence.score.Audience;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.InfluencerScore;
import dev.earshot.influence.score.RunState;
import dev.earshot.influence.score.ScoreStore;
import dev.earshot.influence.score.ScoreStore.Board;
import dev.earshot.influence.score.ScoreStore.Place;
import dev.earshot.influence.score.ScoreStore.Position;
import dev.earshot.influence.score.ScoredAuthor;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/** What every {@link ScoreStore} must do. Each test uses an empty store. */
public abstract class ScoreStoreContract {
    private static final Instant DAY = Instant.parse("2026-03-05T00:00:00Z");
    private static final AuthorRef ANN = author(1);
    private static final AuthorRef BEN = author(2);

    /** The store under test, empty. */
    protected abstract ScoreStore store();

    @Test
    void find_replaced_isReadBackToTheLastBit() {
        ScoreStore store = store();
        ScoredAuthor scored =
                new ScoredAuthor(
                        score(ANN, "acme", 100 / 3.0, DAY),
                        OptionalLong.of(77),
                        List.of(new ScoredAuthor.OnTopic("tea", 1 / 3.0, .1, 2.5, "why not")),
                        Optional.of(profile()));
        store.replace(WORKSPACE, ANN, audience(3), List.of(scored));

        assertThat(store.find(WORKSPACE, ANN, "acme")).contains(scored);
        assertThat(store.find(WORKSPACE, ANN, "zenith")).isEmpty();
        assertThat(store.find(new WorkspaceId("other"), ANN, "acme")).isEmpty();
        assertThat(store.audience(WORKSPACE, ANN)).isEqualTo(audience(3));
    }

    @Test
    void board_many_isInOrderAndPaged() {
        ScoreStore store = store();
        var random = new Random(5);
        for (int i = 0; i < 30; i++) {
            put(store, author(i), random.nextInt(20), i % 2 == 0 ? 1_000 : 10, DAY);
        }
        List<Place> whole = store.board(board(100, Optional.empty()));
        var paged = new ArrayList<Place>();
        Optional<Position> after = Optional.empty();
        for (List<Place> page = store.board(board(7, after));
                !page.isEmpty();
                page = store.board(board(7, after))) {
            paged.addAll(page);
            after = Optional.of(new Position(page.getLast().score(), page.getLast().author()));
        }

        assertThat(whole)
                .hasSize(30)
                .isSortedAccordingTo(
                        java.util.Comparator.comparingDouble(Place::score)
                                .reversed()
                                .thenComparing(p -> p.author().pseudonym()));
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void board_filtered_holdsTheRestOfTheOrder() {
        ScoreStore store = store();
        for (int i = 0; i < 10; i++) {
            put(store, author(i), i, i, DAY);
        }

        assertThat(
                        store.board(
                                new Board(
                                        WORKSPACE,
                                        "acme",
                                        Optional.empty(),
                                        Optional.of(Platform.X),
                                        OptionalLong.of(7),
                                        Optional.empty(),
                                        10)))
                .extracting(Place::score)
                .containsExactly(9.0, 8.0, 7.0);
        assertThat(
                        store.board(
                                new Board(
                                        WORKSPACE,
                                        "acme",
                                        Optional.empty(),
                                        Optional.of(Platform.REDDIT),
                                        OptionalLong.empty(),
                                        Optional.empty(),
                                        10)))
                .isEmpty();
    }

    @Test
    void board_ofTopic_holdsThoseOnIt() {
        ScoreStore store = store();
        put(store, ANN, 50, 1, DAY);
        store.replace(
                WORKSPACE,
                BEN,
                Audience.NONE,
                List.of(
                        new ScoredAuthor(
                                score(BEN, "acme", 10, DAY),
                                OptionalLong.empty(),
                                List.of(new ScoredAuthor.OnTopic("tea", 12, 11, 13, "r")))));

        assertThat(
                        store.board(
                                new Board(
                                        WORKSPACE,
                                        "acme",
                                        Optional.of("tea"),
                                        Optional.empty(),
                                        OptionalLong.empty(),
                                        Optional.empty(),
                                        10)))
                .extracting(Place::author, Place::score)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(BEN, 12.0));
    }

    @Test
    void replace_again_movesThePlaceAndKeepsHistory() {
        ScoreStore store = store();
        put(store, ANN, 50, 1, DAY);
        put(store, ANN, 20, 1, DAY);
        put(store, ANN, 30, 1, DAY.plus(Duration.ofDays(1)));

        assertThat(store.board(board(10, Optional.empty())))
                .extracting(Place::score)
                .containsExactly(30.0);
        assertThat(store.history(WORKSPACE, ANN, "acme", 10))
                .extracting(InfluencerScore::score)
                .containsExactly(30.0, 20.0);
    }

    @Test
    void replace_withoutABrand_takesItOffTheBoard() {
        ScoreStore store = store();
        put(store, ANN, 50, 1, DAY);
        store.replace(
                WORKSPACE,
                ANN,
                Audience.NONE,
                List.of(
                        new ScoredAuthor(
                                score(ANN, "zenith", 10, DAY), OptionalLong.empty(), List.of())));

        assertThat(store.board(board(10, Optional.empty()))).isEmpty();
        assertThat(store.find(WORKSPACE, ANN, "acme")).isEmpty();
        assertThat(store.find(WORKSPACE, ANN, "zenith")).isPresent();
    }

    @Test
    void remove_author_leavesNothing() {
        ScoreStore store = store();
        put(store, ANN, 50, 1, DAY);
        put(store, BEN, 40, 1, DAY);
        store.remove(WORKSPACE, ErasureMark.of(ANN));

        assertThat(store.find(WORKSPACE, ANN, "acme")).isEmpty();
        assertThat(store.history(WORKSPACE, ANN, "acme", 10)).isEmpty();
        assertThat(store.audience(WORKSPACE, ANN)).isEqualTo(Audience.NONE);
        assertThat(store.board(board(10, Optional.empty())))
                .extracting(Place::author)
                .containsExactly(BEN);
    }

    @Test
    void objection_made_hidesAtOnceWhateverIsWrittenLater() {
        ScoreStore store = store();
        put(store, ANN, 50, 1, DAY);
        store.object(WORKSPACE, ANN, DAY);
        assertThat(store.find(WORKSPACE, ANN, "acme")).isEmpty();
        // A run that began before the objection.
        put(store, ANN, 51, 1, DAY);

        assertThat(store.find(WORKSPACE, ANN, "acme")).isEmpty();
        assertThat(store.board(board(10, Optional.empty()))).isEmpty();
        assertThat(store.history(WORKSPACE, ANN, "acme", 5)).isEmpty();
        assertThat(store.objection(WORKSPACE, ANN)).contains(DAY);
        assertThat(store.objections(WORKSPACE)).containsExactly(ErasureMark.of(ANN));
        assertThat(store.withdraw(WORKSPACE, ANN)).isTrue();
        assertThat(store.withdraw(WORKSPACE, ANN)).isFalse();
        assertThat(store.objections(WORKSPACE)).isEmpty();
    }

    @Test
    void claim_whileHeld_isRefusedUntilItEnds() {
        ScoreStore store = store();
        Duration lease = Duration.ofMinutes(10);

        assertThat(store.claim(WORKSPACE, DAY, lease)).contains(RunState.FRESH);
        assertThat(store.claim(WORKSPACE, DAY.plusSeconds(60), lease)).isEmpty();
        assertThat(store.claim(new WorkspaceId("other"), DAY, lease)).isPresent();
        assertThat(store.claim(WORKSPACE, DAY.plusSeconds(601), lease)).isPresent();
        var state =
                new RunState(
                        "e1",
                        DAY,
                        Set.of(ErasureMark.of(ANN)),
                        Optional.of(new RunState.Pending(DAY, true, "ab")));
        store.save(WORKSPACE, state, true);
        assertThat(store.claim(WORKSPACE, DAY.plusSeconds(602), lease)).contains(state);
    }

    @Test
    void baseline_large_isReadBackUntilTheNext() {
        ScoreStore store = store();
        byte[] content = new byte[900_000];
        new Random(1).nextBytes(content);
        store.putBaseline(WORKSPACE, "one", content);

        assertThat(store.baseline(WORKSPACE, "one").map(bytes -> Arrays.equals(bytes, content)))
                .contains(true);
        store.putBaseline(WORKSPACE, "two", new byte[] {1});
        assertThat(store.baseline(WORKSPACE, "one")).isEmpty();
        assertThat(store.baseline(WORKSPACE, "two")).isPresent();
    }

    /** A profile with something in each of its parts. */
    public static CreatorProfile profile() {
        LocalDate day = LocalDate.parse("2026-03-01");
        return new CreatorProfile(
                List.of(
                        new CreatorProfile.Growth(day, 1_000),
                        new CreatorProfile.Growth(day.plusDays(7), 1_100)),
                100 / 3.0,
                Optional.of(
                        new Responders(
                                List.of(new Cells.Cell("en", .65), new Cells.Cell("", .35)),
                                List.of(new Cells.Cell("16-20", .8)))),
                new Suspicion(
                        50,
                        Map.of(Doubt.COPIED, 4.0, Doubt.IMPLAUSIBLE, 1 / 3.0),
                        List.of(new PostId(Platform.X, "17"))),
                List.of(
                        new Partnership(Optional.of("zenith"), 2, 1, day, day.plusDays(3)),
                        new Partnership(Optional.empty(), 1, 0, day, day)));
    }

    /** A score with that total; its components are invented but complete. */
    public static InfluencerScore score(
            AuthorRef author, String brand, double total, Instant asOf) {
        List<Component> components =
                Arrays.stream(Component.Name.values())
                        .map(
                                name ->
                                        new Component(
                                                name,
                                                total,
                                                total / 2,
                                                Math.min(100, total * 1.5),
                                                1 / 6.0,
                                                List.of(name.key() + " is so", "and so"),
                                                List.of(new PostId(Platform.X, "17"))))
                        .toList();
        return new InfluencerScore(
                author,
                Platform.X,
                brand,
                total,
                total / 2,
                Math.min(100, total * 1.5),
                components,
                List.of("a caveat"),
                3,
                asOf,
                "test");
    }

    private static void put(
            ScoreStore store, AuthorRef author, double score, long followers, Instant asOf) {
        store.replace(
                WORKSPACE,
                author,
                audience(1),
                List.of(
                        new ScoredAuthor(
                                score(author, "acme", score, asOf),
                                OptionalLong.of(followers),
                                List.of())));
    }

    private static Audience audience(int size) {
        var accounts = new ArrayList<AuthorRef>();
        for (int i = 0; i < size; i++) {
            accounts.add(author(100 + i));
        }
        return Audience.of(accounts);
    }

    private static Board board(int limit, Optional<Position> after) {
        return new Board(
                WORKSPACE,
                "acme",
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                after,
                limit);
    }
}
