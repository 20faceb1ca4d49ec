package dev.earshot.usecase.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.influence.score.InfluencerScore;
import dev.earshot.influence.score.ScoreStore.Board;
import dev.earshot.influence.score.ScoreStore.Place;
import dev.earshot.influence.score.ScoredAuthor;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.SettableClock;
import dev.earshot.testkit.store.InMemoryAnalysisStore;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.testkit.store.InMemoryMediaResults;
import dev.earshot.testkit.store.InMemoryScoreStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs on stores in memory. */
class ScoreRunsTest {
    private static final Instant START = Instant.parse("2026-03-04T08:00:00Z");
    private static final int AUTHORS = 60;
    private static final List<Reference.Kind> KINDS = List.of(Reference.Kind.values());

    private final SettableClock clock = new SettableClock(START);
    private final InMemoryAnalysisStore posts = new InMemoryAnalysisStore(clock);
    private final InMemoryBrandStore brands = new InMemoryBrandStore();
    private final InMemoryScoreStore scores = new InMemoryScoreStore();
    private final AtomicInteger ids = new AtomicInteger();
    private int nextPost = 1_000;

    @BeforeEach
    void brands() {
        brands.put(
                Posts.WORKSPACE,
                new Brand(
                        "acme",
                        "Acme",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of("zenith"),
                        List.of("repairable"),
                        List.of(),
                        List.of()));
        brands.put(Posts.WORKSPACE, Brand.named("zenith", "Zenith"));
    }

    @Test
    void run_first_scoresWhoeverSpokeOfABrand() {
        world(new Random(1));
        ScoreRuns.Result result = run(scores, false);

        assertThat(result.begun()).isTrue();
        assertThat(result.done()).isTrue();
        assertThat(result.newBaseline()).isTrue();
        assertThat(result.scored()).isEqualTo(result.known());
        assertThat(board(scores, "acme")).hasSizeGreaterThan(5);
    }

    @Test
    void run_nothingNew_scoresNobody() {
        world(new Random(1));
        // What is written about the time of a run counts as new for the next one too.
        clock.advance(Duration.ofHours(1));
        run(scores, false);
        clock.advance(Duration.ofMinutes(40));
        ScoreRuns.Result again = run(scores, false);

        assertThat(again.newBaseline()).isFalse();
        assertThat(again.scored()).isZero();
    }

    /** Posts, answers, edits, fresh counts and removals between the runs of a day. */
    @RepeatedTest(10)
    void run_incremental_equalsScoringEverybody(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<PostAnalysis> live = world(random);
        clock.advance(Duration.ofHours(1));
        run(scores, false);
        int touched = 0;
        for (int hour = 0; hour < 3; hour++) {
            clock.advance(Duration.ofHours(1));
            change(random, live);
            ScoreRuns.Result result = run(scores, false);
            assertThat(result.newBaseline()).isFalse();
            touched += result.scored();
        }
        Map<String, ScoredAuthor> incremental = all(scores);

        // The same baseline, but nothing is known to be scored: everybody is due.
        var fresh = new InMemoryScoreStore();
        var state =
                scores.claim(Posts.WORKSPACE, clock.instant(), Duration.ofSeconds(1)).orElseThrow();
        fresh.putBaseline(
                Posts.WORKSPACE,
                state.baselineId(),
                scores.baseline(Posts.WORKSPACE, state.baselineId()).orElseThrow());
        fresh.save(
                Posts.WORKSPACE,
                new dev.earshot.influence.score.RunState(
                        state.baselineId(), Instant.EPOCH, state.objections(), Optional.empty()),
                true);
        run(fresh, false);
        Map<String, ScoredAuthor> whole = all(fresh);

        assertThat(touched).isBetween(1, 3 * AUTHORS - 1);
        assertThat(incremental.keySet()).isEqualTo(whole.keySet());
        whole.forEach(
                (key, score) -> {
                    ScoredAuthor other = incremental.get(key);
                    assertThat(other).as(key).isNotNull();
                    if (other != null) {
                        same(key, other.score(), score.score());
                        assertThat(other.topics()).as(key).isEqualTo(score.topics());
                    }
                });
    }

    private static void same(String key, InfluencerScore one, InfluencerScore other) {
        assertThat(one.score()).as(key).isCloseTo(other.score(), within());
        assertThat(one.low()).as(key).isCloseTo(other.low(), within());
        assertThat(one.high()).as(key).isCloseTo(other.high(), within());
        for (int i = 0; i < one.components().size(); i++) {
            assertThat(one.components().get(i).value())
                    .as(key + " " + one.components().get(i).name())
                    .isCloseTo(other.components().get(i).value(), within());
            assertThat(one.components().get(i).reasons())
                    .isEqualTo(other.components().get(i).reasons());
        }
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-9);
    }

    @Test
    void run_cutOff_isContinuedWhereItStopped() {
        world(new Random(2));
        var left = new AtomicInteger(7);
        ScoreRuns.Result first =
                runs(scores).run(Posts.WORKSPACE, false, () -> left.decrementAndGet() >= 0);
        ScoreRuns.Result second = run(scores, false);

        assertThat(first.done()).isFalse();
        assertThat(first.scored()).isEqualTo(7);
        assertThat(second.done()).isTrue();
        assertThat(second.newBaseline()).isFalse();
        assertThat(second.scored()).isEqualTo(second.known() - 7);
        var fresh = new InMemoryScoreStore();
        run(fresh, false);
        assertThat(all(scores).keySet()).isEqualTo(all(fresh).keySet());
    }

    @Test
    void run_besideAnother_doesNothing() {
        world(new Random(1));
        scores.claim(Posts.WORKSPACE, clock.instant(), Duration.ofMinutes(5));

        assertThat(run(scores, false).begun()).isFalse();
    }

    @Test
    void run_nextDay_makesANewBaselineAndKeepsHistory() {
        world(new Random(1));
        run(scores, false);
        clock.advance(Duration.ofDays(1));
        ScoreRuns.Result next = run(scores, false);
        AuthorRef first = board(scores, "acme").getFirst().author();

        assertThat(next.newBaseline()).isTrue();
        assertThat(scores.history(Posts.WORKSPACE, first, "acme", 10)).hasSize(2);
    }

    @Test
    void run_afterAllPostsOfAnAuthorAreRemoved_forgetsTheAuthor() {
        List<PostAnalysis> live = world(new Random(1));
        run(scores, false);
        AuthorRef gone = board(scores, "acme").getFirst().author();
        clock.advance(Duration.ofHours(1));
        for (PostAnalysis post : live) {
            if (post.author().orElseThrow().ref().equals(gone)) {
                remove(post);
            }
        }
        ScoreRuns.Result result = run(scores, false);

        assertThat(result.removed()).isPositive();
        assertThat(scores.find(Posts.WORKSPACE, gone, "acme")).isEmpty();
        assertThat(scores.history(Posts.WORKSPACE, gone, "acme", 5)).isEmpty();
        assertThat(board(scores, "acme")).extracting(Place::author).doesNotContain(gone);
    }

    @Test
    void run_afterAnObjection_leavesTheAuthorOutOfEverything() {
        world(new Random(1));
        run(scores, false);
        AuthorRef objector = board(scores, "acme").getFirst().author();
        scores.object(Posts.WORKSPACE, objector, clock.instant());
        clock.advance(Duration.ofHours(1));
        run(scores, false);
        run(scores, true);

        assertThat(board(scores, "acme")).extracting(Place::author).doesNotContain(objector);
        scores.withdraw(Posts.WORKSPACE, objector);
        clock.advance(Duration.ofHours(1));
        run(scores, false);
        assertThat(board(scores, "acme")).extracting(Place::author).contains(objector);
        assertThat(scores.objections(Posts.WORKSPACE)).doesNotContain(ErasureMark.of(objector));
    }

    @Test
    void baseline_stored_namesNobody() {
        world(new Random(1));
        run(scores, false);
        var state =
                scores.claim(Posts.WORKSPACE, clock.instant(), Duration.ofSeconds(1)).orElseThrow();
        byte[] baseline = scores.baseline(Posts.WORKSPACE, state.baselineId()).orElseThrow();

        String content =
                new String(unzipped(baseline), java.nio.charset.StandardCharsets.ISO_8859_1);
        for (int i = 0; i < AUTHORS; i++) {
            assertThat(content).doesNotContain(Posts.author(i).pseudonym());
        }
    }

    private static byte[] unzipped(byte[] bytes) {
        try (var in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ScoreRuns.Result run(InMemoryScoreStore into, boolean all) {
        return runs(into).run(Posts.WORKSPACE, all, () -> true);
    }

    private ScoreRuns runs(InMemoryScoreStore into) {
        return new ScoreRuns(
                posts,
                brands,
                new InMemoryMediaResults(),
                into,
                () -> "baseline-" + ids.incrementAndGet(),
                clock);
    }

    private static List<Place> board(InMemoryScoreStore scores, String brand) {
        return scores.board(
                new Board(
                        Posts.WORKSPACE,
                        brand,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        100));
    }

    private static Map<String, ScoredAuthor> all(InMemoryScoreStore scores) {
        var all = new TreeMap<String, ScoredAuthor>();
        for (String brand : List.of("acme", "zenith")) {
            for (Place place : board(scores, brand)) {
                all.put(
                        brand + " " + place.author().pseudonym(),
                        scores.find(Posts.WORKSPACE, place.author(), brand).orElseThrow());
            }
        }
        return all;
    }

    /** Authors of all sizes with posts over two months, and answers to them. */
    private List<PostAnalysis> world(Random random) {
        var live = new ArrayList<PostAnalysis>();
        for (int i = 0; i < AUTHORS; i++) {
            int own = 1 + random.nextInt(4);
            for (int k = 0; k < own; k++) {
                live.add(store(post(random, i, Optional.empty())));
            }
        }
        for (int i = 0; i < AUTHORS; i++) {
            PostAnalysis target = live.get(random.nextInt(live.size()));
            live.add(store(post(random, random.nextInt(AUTHORS), Optional.of(target))));
        }
        return live;
    }

    private PostAnalysis post(Random random, int author, Optional<PostAnalysis> target) {
        Instant at = clock.instant().minus(Duration.ofMinutes(random.nextInt(60 * 24 * 60)));
        SentimentLabel[] labels = SentimentLabel.values();
        String[] about =
                switch (random.nextInt(4)) {
                    case 0 -> new String[] {"acme"};
                    case 1 -> new String[] {"zenith"};
                    case 2 -> new String[] {"acme", "zenith"};
                    default -> new String[0];
                };
        PostAnalysis post =
                Posts.post("" + nextPost++)
                        .at(at)
                        .about(about)
                        .feeling(labels[random.nextInt(labels.length)])
                        .analysis();
        Reference[] references =
                target.map(
                                t ->
                                        new Reference[] {
                                            new Reference(
                                                    KINDS.get(random.nextInt(KINDS.size())),
                                                    t.id(),
                                                    random.nextBoolean()
                                                            ? t.author().map(a -> a.ref())
                                                            : Optional.empty())
                                        })
                        .orElseGet(() -> new Reference[0]);
        return Posts.sighted(
                post,
                clock.instant(),
                Optional.of(Posts.account(Posts.author(author), 100L * (author + 1))),
                Posts.liked(random.nextInt(50), random.nextInt(9)),
                references);
    }

    private PostAnalysis store(PostAnalysis post) {
        posts.commit(Posts.WORKSPACE, List.of(new PostChange.Store(post)));
        return post;
    }

    private void remove(PostAnalysis post) {
        posts.commit(Posts.WORKSPACE, List.of(new PostChange.Remove(post.id(), clock.instant())));
    }

    private void change(Random random, List<PostAnalysis> live) {
        live.add(store(post(random, random.nextInt(AUTHORS), Optional.empty())));
        PostAnalysis target = live.get(random.nextInt(live.size()));
        live.add(store(post(random, random.nextInt(AUTHORS), Optional.of(target))));
        PostAnalysis again = live.get(random.nextInt(live.size()));
        store(
                Posts.sighted(
                        again,
                        clock.instant(),
                        again.author(),
                        Posts.liked(500 + random.nextInt(50), 60),
                        again.context().references().toArray(Reference[]::new)));
        remove(live.remove(random.nextInt(live.size())));
        // An answer to a post that is not stored yet, and then the post.
        var early = new PostId(Platform.X, "" + nextPost);
        PostAnalysis answer =
                Posts.sighted(
                        Posts.post("" + (nextPost + 1)).at(clock.instant()).analysis(),
                        clock.instant(),
                        Optional.of(Posts.account(Posts.author(3), 50)),
                        Posts.liked(1, 0),
                        new Reference(Reference.Kind.REPLY, early));
        store(answer);
        live.add(store(post(random, 5, Optional.empty())));
        nextPost++;
    }
}
