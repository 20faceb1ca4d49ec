package dev.earshot.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.collect.feed.Answer;
import dev.earshot.collect.feed.Ask;
import dev.earshot.collect.feed.Credential;
import dev.earshot.collect.feed.Reply;
import dev.earshot.collect.run.Collector;
import dev.earshot.collect.source.SourceKind;
import dev.earshot.collect.source.SourceSpec;
import dev.earshot.collect.state.SourceStatus;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.testkit.SettableClock;
import dev.earshot.testkit.collect.InMemorySourceStore;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** What a run does with answers that are not as one would like them. */
final class CollectorTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOW);
    private final InMemorySourceStore store = new InMemorySourceStore();
    private final Deque<Function<Ask, Reply>> script = new ArrayDeque<>();
    private final List<Ask> asked = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private Optional<Credential> credential =
            Optional.of(new Credential(Map.of("bearer_token", "s3cret")));
    private int runs;

    private static SourceSpec source(int dailyRequests, int dailyPosts) {
        return new SourceSpec(
                "s",
                SourceKind.X_SEARCH,
                List.of("acme"),
                List.of(),
                List.of(),
                Optional.empty(),
                Duration.ofMinutes(10),
                Duration.ofDays(1),
                dailyRequests,
                dailyPosts,
                false,
                false);
    }

    private static Function<Ask, Reply> answer(
            int status, Map<String, String> headers, String body) {
        return ask ->
                new Reply.Answered(
                        new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String page(Instant at, String id, String next) {
        return "{\"data\":[{\"id\":\""
                + id
                + "\",\"text\":\"Acme\",\"author_id\":\"7\",\"created_at\":\""
                + at
                + "\"}],\"meta\":{\"result_count\":1"
                + (next.isEmpty() ? "" : ",\"next_token\":\"" + next + "\"")
                + "}}";
    }

    private SourceStatus run(SourceSpec source) {
        store.put(WORKSPACE, source);
        collector().collect(WORKSPACE, source, clock.instant().plusSeconds(60));
        return store.status(WORKSPACE, "s");
    }

    private Collector collector() {
        return new Collector(
                store,
                workspace -> new BrandCatalogue(1, List.of(Brand.named("acme", "Acme"))),
                new Platforms(),
                ask -> {
                    asked.add(ask);
                    return script.remove().apply(ask);
                },
                name -> credential,
                (workspace, format, body) -> messages.add(body),
                (workspace, brands, format, page, items, sent) -> items,
                clock,
                new Random(5),
                () -> "run" + runs++);
    }

    @Test
    void tooManyRequests_areHeededUntilTheTimeThatIsSaid() {
        script.add(answer(429, Map.of("retry-after", "120"), "{}"));
        SourceStatus status = run(source(100, 100));
        assertThat(status.dueAt()).isBetween(NOW.plusSeconds(121), NOW.plusSeconds(131));
        assertThat(status.error()).contains("the platform wants fewer requests (status 429)");
        assertThat(status.failures()).as("is no failure").isZero();
        clock.set(NOW.plusSeconds(100));
        run(source(100, 100));
        assertThat(asked).as("not asked before its time").hasSize(1);
    }

    @Test
    void quota_thatIsUsedUp_isNotAskedFurther() {
        script.add(
                answer(
                        200,
                        Map.of(
                                "x-rate-limit-remaining",
                                "0",
                                "x-rate-limit-reset",
                                Long.toString(NOW.plusSeconds(900).getEpochSecond())),
                        page(NOW.minusSeconds(5), "1", "more")));
        SourceStatus status = run(source(100, 100));
        assertThat(asked).hasSize(1);
        assertThat(messages).hasSize(1);
        assertThat(status.quotaLeft()).contains(0L);
        assertThat(status.dueAt()).isAfter(NOW.plusSeconds(900));
    }

    @Test
    void failures_inARow_waitLongerEachTime() {
        Instant due = NOW;
        for (int i = 0; i < 6; i++) {
            script.add(answer(500, Map.of(), "<html>"));
            clock.set(due);
            due = run(source(100, 100)).dueAt();
        }
        SourceStatus status = store.status(WORKSPACE, "s");
        assertThat(status.failures()).isEqualTo(6);
        assertThat(status.error()).contains("query 1: the platform answered with status 500");
        assertThat(Duration.between(clock.instant(), due))
                .isBetween(Duration.ofMinutes(8), Duration.ofMinutes(24));
        script.add(answer(200, Map.of(), page(due, "1", "")));
        clock.set(due);
        assertThat(run(source(100, 100)).failures()).isZero();
    }

    @Test
    void budgetOfRequests_ends_untilTheNextDay() {
        script.add(answer(200, Map.of(), page(NOW.minusSeconds(5), "1", "a")));
        script.add(answer(200, Map.of(), page(NOW.minusSeconds(6), "2", "b")));
        SourceStatus status = run(source(2, 100));
        assertThat(status.requests()).isEqualTo(2);
        assertThat(status.dueAt()).isEqualTo("2026-03-05T00:00:00Z");
        assertThat(status.error().orElse(""))
                .startsWith("the budget of 2 requests a day is used up");
        script.add(answer(200, Map.of(), page(NOW.minusSeconds(7), "3", "")));
        clock.set(status.dueAt());
        assertThat(run(source(2, 100)).error()).isEmpty();
        assertThat(asked.getLast().uri().toString())
                .as("goes on where it was")
                .contains("next_token=b");
        assertThat(messages).hasSize(3);
    }

    @Test
    void budgetOfPosts_ends_too() {
        script.add(answer(200, Map.of(), page(NOW.minusSeconds(5), "1", "a")));
        assertThat(run(source(100, 1)).error().orElse(""))
                .startsWith("the budget of 1 posts a day");
    }

    @Test
    void credential_missingOrRefused_isToldWithoutAWordOfIt() {
        credential = Optional.empty();
        assertThat(run(source(100, 100)).error())
                .contains(
                        "it needs a credential: put bearer_token under 'x' into the secret of credentials");
        assertThat(asked).isEmpty();
        credential = Optional.of(new Credential(Map.of("bearer_token", "s3cret")));
        clock.advance(Duration.ofHours(1));
        script.add(answer(401, Map.of(), "{\"detail\":\"token s3cret is wrong\"}"));
        String error = run(source(100, 100)).error().orElse("");
        assertThat(error).contains("does not accept the credential 'x'").doesNotContain("s3cret");
        assertThat(asked.getLast().headers()).containsEntry("authorization", "Bearer s3cret");
    }

    @Test
    void place_thatIsForgotten_isWalkedToAgainWithoutDoubles() {
        script.add(answer(200, Map.of(), page(NOW.minusSeconds(5), "1", "a")));
        script.add(answer(400, Map.of(), "{}"));
        script.add(answer(200, Map.of(), page(NOW.minusSeconds(5), "1", "c")));
        script.add(answer(200, Map.of(), page(NOW.minusSeconds(9), "2", "")));
        SourceStatus status = run(source(100, 100));
        assertThat(messages).hasSize(2);
        assertThat(status.sent()).isEqualTo(2);
        assertThat(status.gaps()).isEmpty();
        assertThat(status.completeUntil()).contains(NOW);
    }

    @Test
    void list_thatNamesTheSamePageForEver_endsWithAGap() {
        for (int i = 0; i < 2; i++) {
            script.add(answer(200, Map.of(), page(NOW.minusSeconds(5 + i), "" + i, "same")));
        }
        SourceStatus status = run(source(100, 100));
        assertThat(asked).hasSize(2);
        assertThat(status.gaps())
                .singleElement()
                .satisfies(
                        gap -> {
                            assertThat(gap.to()).isEqualTo(NOW.minusSeconds(6));
                            assertThat(gap.why()).contains("the same page again and again");
                        });
    }

    @Test
    void source_thatAnotherRunHas_isNotAsked() {
        store.put(WORKSPACE, source(100, 100));
        store.lease(WORKSPACE, "s", "other", NOW, NOW.plusSeconds(60));
        assertThat(collector().collect(WORKSPACE, source(100, 100), NOW.plusSeconds(60)))
                .isInstanceOf(Collector.Outcome.Held.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void run_thatLostItsSource_keepsNothingMore() {
        script.add(
                ask -> {
                    // While it waited, its time was up and another run took the source.
                    store.lease(
                            WORKSPACE, "s", "other", NOW.plusSeconds(500), NOW.plusSeconds(900));
                    return answer(200, Map.of(), page(NOW.minusSeconds(5), "1", "a")).apply(ask);
                });
        assertThat(run(source(100, 100))).isEqualTo(SourceStatus.NEW);
        assertThat(store.progress(WORKSPACE, "s")).isEmpty();
        assertThat(asked).hasSize(1);
    }
}
