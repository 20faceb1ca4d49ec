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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** What platforms mean that refuse in words of their own, in the shapes of their documentation. */
final class RefusalsTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final SourceSpec META =
            SourceSpec.of(
                    "s",
                    SourceKind.INSTAGRAM_COMMENTS,
                    List.of("acme"),
                    List.of("17841400000000001"));
    private static final SourceSpec YOUTUBE =
            SourceSpec.of(
                    "s",
                    SourceKind.YOUTUBE_COMMENTS,
                    List.of("acme"),
                    List.of("offoffoff11", "other345678"));

    private final SettableClock clock = new SettableClock(NOW);
    private final InMemorySourceStore store = new InMemorySourceStore();
    private final List<Ask> asked = new ArrayList<>();

    private SourceStatus run(SourceSpec source, Function<Ask, Answer> platform) {
        store.put(WORKSPACE, source);
        new Collector(
                        store,
                        workspace -> new BrandCatalogue(1, List.of(Brand.named("acme", "Acme"))),
                        new Platforms(),
                        ask -> {
                            asked.add(ask);
                            return new Reply.Answered(platform.apply(ask));
                        },
                        name ->
                                Optional.of(
                                        new Credential(Map.of("access_token", "t", "key", "k"))),
                        (workspace, format, body) -> {},
                        (workspace, brands, format, page, items, sent) -> items,
                        clock,
                        new Random(5),
                        () -> "run" + asked.size())
                .collect(WORKSPACE, source, clock.instant().plusSeconds(60));
        return store.status(WORKSPACE, "s");
    }

    private static Answer answer(int status, Map<String, String> headers, String body) {
        return new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String metaError(int code) {
        return "{\"error\":{\"message\":\"(#"
                + code
                + ") Application request limit reached\",\"type\":\"OAuthException\",\"code\":"
                + code
                + ",\"fbtrace_id\":\"A7Ojt\"}}";
    }

    private static String business(int calls, int minutes) {
        return "{\"17841400000000001\":[{\"type\":\"instagram\",\"call_count\":"
                + calls
                + ",\"total_cputime\":25,\"total_time\":25,\"estimated_time_to_regain_access\":"
                + minutes
                + "}]}";
    }

    private static String youTube(String reason) {
        return "{\"error\":{\"code\":403,\"message\":\"no\",\"errors\":[{\"message\":\"no\",\"domain\":"
                + "\"youtube.x\",\"reason\":\""
                + reason
                + "\"}]}}";
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 17, 32, 341, 613, 80001, 80002})
    void meta_numberOfALimit_isWaitedForAndNoFailure(int code) {
        SourceStatus status =
                run(
                        META,
                        ask ->
                                answer(
                                        400,
                                        Map.of("x-business-use-case-usage", business(100, 19)),
                                        metaError(code)));
        assertThat(status.dueAt())
                .isBetween(
                        NOW.plus(Duration.ofMinutes(19)),
                        NOW.plus(Duration.ofMinutes(19)).plusSeconds(12));
        assertThat(status.error()).contains("the platform wants fewer requests");
        assertThat(status.failures()).isZero();
        assertThat(status.quotaPercentLeft()).contains(0);
    }

    @Test
    void meta_limitWithoutATime_waitsAQuarterOfAnHour() {
        SourceStatus status = run(META, ask -> answer(403, Map.of(), metaError(4)));
        assertThat(status.dueAt())
                .isBetween(NOW.plusSeconds(15 * 60), NOW.plusSeconds(15 * 60 + 12));
    }

    @ParameterizedTest
    @CsvSource({
        "190, does not accept the credential 'meta'",
        "10, do not cover this",
        "200, do not cover this",
        "2, the platform failed on its own side (status 400)",
        "100, the platform does not take the request (status 400)",
        "90000, the platform does not take the request (status 400)"
    })
    void meta_otherNumbers_areToldForWhatTheyAre(int code, String error) {
        assertThat(run(META, ask -> answer(400, Map.of(), metaError(code))).error().orElse(""))
                .contains(error);
    }

    @Test
    void meta_shareThatIsLeft_isShown_theLeastOfAll() {
        SourceStatus status =
                run(
                        META,
                        ask ->
                                answer(
                                        200,
                                        Map.of(
                                                "x-app-usage",
                                                "{\"call_count\":28,\"total_time\":61,\"total_cputime\":2}",
                                                "x-business-use-case-usage",
                                                business(35, 0)),
                                        "{\"data\":[]}"));
        assertThat(status.quotaPercentLeft()).contains(39);
        assertThat(status.error()).isEmpty();
    }

    @Test
    void meta_shareThatIsUsedUp_stopsBeforeTheNextPage() {
        SourceStatus status =
                run(
                        META,
                        ask ->
                                answer(
                                        200,
                                        Map.of("x-business-use-case-usage", business(104, 7)),
                                        "{\"data\":[{\"id\":\"1\",\"timestamp\":\"2026-03-04T11:59:00+0000\","
                                                + "\"caption\":\"Acme\"}],\"paging\":{\"next\":\"u\",\"cursors\":{\"after\":\"a\"}}}"));
        assertThat(asked).hasSize(1);
        assertThat(status.quotaPercentLeft()).contains(0);
        assertThat(status.error()).contains("the platform's quota is used up");
        assertThat(status.dueAt()).isBetween(NOW.plusSeconds(420), NOW.plusSeconds(432));
        assertThat(status.sent()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "nonsense", "{\"a\":[{}]}", "{\"call_count\":\"many\"}"})
    void meta_headerThatSaysNothing_isNoQuota(String header) {
        SourceStatus status =
                run(META, ask -> answer(200, Map.of("x-app-usage", header), "{\"data\":[]}"));
        assertThat(status.quotaPercentLeft()).isEmpty();
        assertThat(status.error()).isEmpty();
    }

    @Test
    void youTube_quotaOfTheDay_comesBackAtMidnightInCalifornia() {
        SourceStatus status = run(YOUTUBE, ask -> answer(403, Map.of(), youTube("quotaExceeded")));
        assertThat(status.dueAt())
                .isBetween(
                        Instant.parse("2026-03-05T08:00:00Z"),
                        Instant.parse("2026-03-05T08:00:12Z"));
        assertThat(status.failures()).isZero();
        assertThat(asked).as("the other video is not asked for").hasSize(1);
    }

    @Test
    void youTube_videoWithoutComments_harmsNoOther() {
        SourceStatus status =
                run(
                        YOUTUBE,
                        ask ->
                                ask.uri().toString().contains("videoId=offoffoff11")
                                        ? answer(403, Map.of(), youTube("commentsDisabled"))
                                        : answer(200, Map.of(), "{\"items\":[]}"));
        assertThat(asked).hasSize(2);
        assertThat(status.error()).contains("offoffoff11: its comments are turned off");
        assertThat(status.failures()).isZero();
        assertThat(status.completeUntil()).contains(NOW);
    }
}
