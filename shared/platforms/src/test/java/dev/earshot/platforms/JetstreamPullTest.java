package dev.earshot.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.collect.run.Collector;
import dev.earshot.collect.source.SourceKind;
import dev.earshot.collect.source.SourceSpec;
import dev.earshot.collect.state.Progress;
import dev.earshot.collect.state.SourceStatus;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.net.HostGuard;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.platforms.filter.BrandFilter;
import dev.earshot.platforms.filter.Known;
import dev.earshot.platforms.web.SocketServer;
import dev.earshot.platforms.web.WebClient;
import dev.earshot.testkit.SettableClock;
import dev.earshot.testkit.collect.InMemorySourceStore;
import dev.earshot.wire.PostReader;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Pulls of Jetstream over a real WebSocket, from a server that does what it can do. */
@Timeout(240)
final class JetstreamPullTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final SourceSpec SOURCE =
            SourceSpec.of("s", SourceKind.BLUESKY_JETSTREAM, List.of("nivaro"), List.of());
    private static final String OUTDATED = JetstreamLog.info("OutdatedCursor");

    private final JetstreamLog log = new JetstreamLog();
    private final SettableClock clock = new SettableClock(NOW);
    private final InMemorySourceStore store = new InMemorySourceStore();
    private final PostReader reader = new PostReader(new Pseudonymiser(new byte[16]));
    private final List<String> came = new ArrayList<>();
    private int runs;

    /** Nothing is stored. */
    private static final Known NOTHING =
            new Known() {
                @Override
                public Set<PostId> posts(WorkspaceId workspace, Collection<PostId> ids) {
                    return Set.of();
                }

                @Override
                public boolean author(WorkspaceId workspace, AuthorRef author) {
                    return false;
                }

                @Override
                public boolean ended(WorkspaceId workspace, AuthorRef author) {
                    return false;
                }
            };

    private void pull(SocketServer server) throws Exception {
        pull(server, clock, clock.instant().plusSeconds(50));
    }

    private void pull(SocketServer server, InstantSource time, Instant until) throws Exception {
        store.put(WORKSPACE, SOURCE);
        try (var web = new WebClient(HostGuard.ofThisMachine(Set.of("localhost")))) {
            new Collector(
                            store,
                            workspace ->
                                    new BrandCatalogue(1, List.of(Brand.named("nivaro", "Nivaro"))),
                            new Platforms(
                                    new Bases(
                                            Map.of(
                                                    "wss://jetstream.us-east.bsky.network",
                                                    server.address()))),
                            web,
                            name -> Optional.empty(),
                            (workspace, format, body) -> read(format, body),
                            new BrandFilter(reader, NOTHING, time),
                            time,
                            new Random(7),
                            () -> "run" + runs++)
                    .collect(WORKSPACE, SOURCE, until);
        }
    }

    /** Tells what the analysis makes of a message. */
    private void read(Optional<String> format, String body) {
        for (Decoded record :
                reader.decode(new PostMessage("m", WORKSPACE, format, body, clock.instant()))) {
            came.add(
                    switch (record) {
                        case Decoded.Event event ->
                                event.event().getClass().getSimpleName()
                                        + " "
                                        + event.event().id().nativeId();
                        default -> record.getClass().getSimpleName();
                    });
        }
    }

    private SourceStatus status() {
        return store.status(WORKSPACE, "s");
    }

    private Progress progress() {
        return Optional.ofNullable(store.progress(WORKSPACE, "s").get("jetstream")).orElseThrow();
    }

    /** A post that names the brand, some seconds before or after the present. */
    private void post(int seconds, String rkey) {
        Instant at = clock.instant().plusSeconds(seconds);
        log.post(at, "did:plc:a", rkey, JetstreamLog.record("Nivaro " + rkey, at));
    }

    /** An event of the present, by which a pull knows that it is at the end. */
    private void present() {
        log.post(
                clock.instant(),
                "did:plc:z",
                "3z" + clock.instant().getEpochSecond(),
                JetstreamLog.record("tea", clock.instant()));
    }

    /** The first pull begins at the present; then an hour passes. */
    private void begun(SocketServer server) throws Exception {
        post(0, "3first");
        pull(server);
        assertThat(came).containsExactly("Published did:plc:a:3first");
        came.clear();
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void pulls_goOnFromTheCursor_andTakeDeletionsAndEndedAccounts() throws Exception {
        try (var server = new SocketServer(log::replay)) {
            begun(server);
            post(-50, "3one");
            log.delete(clock.instant().minusSeconds(40), "did:plc:a", "3one");
            log.delete(clock.instant().minusSeconds(39), "did:plc:b", "3unknown");
            log.account(clock.instant().minusSeconds(30), "did:plc:a", "takendown");
            log.account(clock.instant().minusSeconds(29), "did:plc:c", "deleted");
            present();
            pull(server);
            assertThat(came)
                    .containsExactly(
                            "Published did:plc:a:3one", "Removed did:plc:a:3one", "AuthorGone");
            assertThat(server.asked().getFirst())
                    .as("begins at the present, in microseconds")
                    .endsWith("&cursor=" + JetstreamLog.micros(NOW));
            assertThat(server.asked().getLast()).as("the last event's number").endsWith("=100");
            assertThat(progress().cursor()).contains("106");
            assertThat(status().completeUntil()).contains(clock.instant());
            assertThat(status().error()).isEmpty();
            assertThat(status().gaps()).isEmpty();
        }
    }

    @Test
    void connections_thatBreakOffAnywhere_loseAndDoubleNothing() throws Exception {
        var random = new Random(11);
        var left = new AtomicInteger(12);
        SocketServer.Script script =
                (line, path) -> {
                    List<JetstreamLog.Event> events = log.after(path);
                    if (left.getAndDecrement() <= 0) {
                        log.replay(line, path);
                        return;
                    }
                    int whole = random.nextInt(Math.min(events.size(), 20));
                    events.subList(0, whole).forEach(event -> line.send(event.frame()));
                    String half = events.get(whole).frame();
                    line.begin(half.substring(0, half.length() / 2));
                    line.drop();
                };
        try (var server =
                new SocketServer(
                        (line, path) -> {
                            if (runs > 1) {
                                script.speak(line, path);
                            } else {
                                log.replay(line, path);
                            }
                        })) {
            begun(server);
            List<String> all = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                post(-3_000 + i / 3, "3k" + i);
                all.add("Published did:plc:a:3k" + i);
            }
            for (int i = 0; i < 16; i++) {
                present();
                pull(server);
                clock.set(status().dueAt().plusSeconds(1));
            }
            assertThat(came).containsExactlyElementsOf(all);
            assertThat(status().gaps()).isEmpty();
            assertThat(status().error()).isEmpty();
        }
    }

    @Test
    void messages_thatCannotBeRead_areLeftOutAndStated() throws Exception {
        try (var server = new SocketServer(log::replay)) {
            begun(server);
            Instant at = clock.instant().minusSeconds(30);
            post(-31, "3one");
            log.broken(at, "{\"$type\":\"message\",\"payload\":{\"seq\":");
            log.broken(at, "{\"$type\":\"message\",\"payload\":{\"note\":\"no seq\"}}");
            log.post(at, "did:plc:a", "3huge", "{\"text\":\"" + "Nivaro ".repeat(900_000) + "\"}");
            post(-29, "3two");
            present();
            pull(server);
            assertThat(came)
                    .containsExactly("Published did:plc:a:3one", "Published did:plc:a:3two");
            assertThat(status().gaps())
                    .singleElement()
                    .satisfies(
                            gap -> {
                                assertThat(gap.why())
                                        .isEqualTo(
                                                "messages of the log that can't be read were left"
                                                        + " out: 3");
                                assertThat(gap.from()).isEqualTo(NOW);
                            });
        }
    }

    @Test
    void record_thatNamesATimeOfItsOwn_doesNotEndThePull() throws Exception {
        try (var server = new SocketServer(log::replay)) {
            begun(server);
            log.post(
                    clock.instant().minusSeconds(60),
                    "did:plc:x",
                    "3hostile",
                    "{\"text\":\"x\",\"time\":\"2099-01-01T00:00:00Z\",\"witnessedAt\":"
                            + "\"2099-01-01T00:00:00Z\",\"createdAt\":\"2026-03-04T12:00:00Z\"}");
            post(-50, "3one");
            present();
            pull(server);
            assertThat(came).containsExactly("Published did:plc:a:3one");
        }
    }

    @Test
    void serverWhoseClockIsAhead_isReadEventByEventAtLeast() throws Exception {
        try (var server = new SocketServer(log::replay)) {
            begun(server);
            post(600, "3one");
            post(601, "3two");
            pull(server);
            clock.advance(Duration.ofMinutes(1));
            pull(server);
            assertThat(came)
                    .containsExactly("Published did:plc:a:3one", "Published did:plc:a:3two");
        }
    }

    @Test
    void cursor_thatIsTooOld_isTakenByItsTime_andTheGapStated() throws Exception {
        var outdated = new AtomicInteger();
        try (var server =
                new SocketServer(
                        (line, path) -> {
                            if (outdated.get() > 0) {
                                line.send(OUTDATED);
                            }
                            log.replay(line, path);
                        })) {
            begun(server);
            outdated.incrementAndGet();
            post(-60, "3one");
            present();
            server.refuse(1);
            pull(server);
            assertThat(server.asked().getLast())
                    .as("by the last event's time")
                    .endsWith("&cursor=" + JetstreamLog.micros(NOW));
            assertThat(came).containsExactly("Published did:plc:a:3one");
            assertThat(status().gaps())
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.from()).isEqualTo(NOW));
        }
    }

    @Test
    void cursor_ofAnotherLog_isTakenByItsTime() throws Exception {
        try (var server =
                new SocketServer(
                        (line, path) -> {
                            if (path.endsWith("cursor=100")) {
                                // Another archive, whose numbers are lower: it begins at its end.
                                line.send(JetstreamLog.info("FutureCursor"));
                                line.ping();
                                line.close(1001);
                            } else {
                                log.replay(line, path);
                            }
                        })) {
            begun(server);
            post(-60, "3one");
            present();
            pull(server);
            assertThat(came).containsExactly("Published did:plc:a:3one");
            assertThat(status().gaps()).isEmpty();
        }
    }

    @Test
    void server_thatEndsWithAnError_isToldAndAskedAgainSoon() throws Exception {
        try (var server =
                new SocketServer(
                        (line, path) -> {
                            log.after(path).forEach(event -> line.send(event.frame()));
                            if (runs > 1) {
                                line.send(
                                        "{\"$type\":\"error\",\"error\":\"ConsumerTooSlow\","
                                                + "\"message\":\"reconnect\"}");
                                line.close(1008);
                            }
                        })) {
            begun(server);
            post(-600, "3one");
            pull(server);
            assertThat(came).containsExactly("Published did:plc:a:3one");
            assertThat(status().error()).contains("the log ended with an error of its own");
            assertThat(status().failures()).as("it brought something").isZero();
            assertThat(status().dueAt()).isBefore(clock.instant().plusSeconds(60));
            assertThat(status().completeUntil()).contains(clock.instant().minusSeconds(600));
            clock.advance(Duration.ofMinutes(2));
            pull(server);
            assertThat(came).as("nothing twice").hasSize(1);
            assertThat(status().failures()).as("nothing new").isEqualTo(1);
        }
    }

    @Test
    @Tag("long")
    void stream_withoutEnd_endsInTime_andGoesOnFromThere() throws Exception {
        Instant begin = Instant.now().minusSeconds(7_200);
        String filler = "tea ".repeat(20_000);
        try (var server =
                new SocketServer(
                        (line, path) -> {
                            int i = 0;
                            while (i >= 0) {
                                var one = new JetstreamLog();
                                Instant at = begin.plusMillis(i);
                                one.post(
                                        at, "did:plc:a", "3k" + i, JetstreamLog.record(filler, at));
                                String frame = one.after("").getFirst().frame();
                                int seq = 100 + i;
                                i =
                                        line.send(frame.replace("\"seq\":100", "\"seq\":" + seq))
                                                ? i + 1
                                                : -1;
                            }
                        })) {
            Instant start = Instant.now();
            pull(server, InstantSource.system(), start.plusSeconds(26));
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMinutes(1));
            assertThat(progress().cursor().map(Integer::parseInt).orElse(0)).isGreaterThan(150);
            assertThat(status().error()).isEmpty();
            assertThat(status().completeUntil()).contains(progress().mark().orElseThrow());
            assertThat(status().dueAt()).as("goes on at once").isBefore(Instant.now());
        }
    }
}
