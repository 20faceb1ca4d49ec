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
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.platforms.filter.BrandFilter;
import dev.earshot.platforms.filter.Known;
import dev.earshot.testkit.SettableClock;
import dev.earshot.testkit.collect.InMemorySourceStore;
import dev.earshot.wire.PostReader;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** X's compliance events, by stretches of time, from a platform that holds some and has faults. */
final class XComplianceTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final Pattern ASKED =
            Pattern.compile(
                    "https://api\\.x\\.com/2/(tweets|users)/compliance/stream\\?partition=([1-4])"
                            + "&start_time=(\\S+)&end_time=(\\S+)");
    private static final SourceSpec SOURCE =
            SourceSpec.of("s", SourceKind.X_COMPLIANCE, List.of("acme"), List.of());

    /** An event of X: the stream that holds it, its time, and its line. */
    private record Event(String about, int part, Instant at, String line) {}

    private final SettableClock clock = new SettableClock(NOW);
    private final InMemorySourceStore store = new InMemorySourceStore();
    private final PostReader reader = new PostReader(new Pseudonymiser(new byte[16]));
    private final List<Event> events = new ArrayList<>();
    private final List<URI> asked = new ArrayList<>();
    private final List<String> came = new ArrayList<>();
    private final Set<PostId> stored = new HashSet<>();

    private final Known known =
            new Known() {
                @Override
                public Set<PostId> posts(WorkspaceId workspace, Collection<PostId> ids) {
                    Set<PostId> both = new HashSet<>(ids);
                    both.retainAll(stored);
                    return both;
                }

                @Override
                public boolean author(WorkspaceId workspace, AuthorRef author) {
                    return true;
                }

                @Override
                public boolean ended(WorkspaceId workspace, AuthorRef author) {
                    return false;
                }
            };

    private SourceStatus run(Function<Ask, Reply> platform) {
        store.put(WORKSPACE, SOURCE);
        new Collector(
                        store,
                        workspace -> new BrandCatalogue(1, List.of(Brand.named("acme", "Acme"))),
                        new Platforms(),
                        ask -> {
                            asked.add(ask.uri());
                            return platform.apply(ask);
                        },
                        name -> Optional.of(new Credential(Map.of("bearer_token", "t"))),
                        (workspace, format, body) -> read(format, body),
                        new BrandFilter(reader, known, clock),
                        clock,
                        new Random(5),
                        () -> "run" + asked.size())
                .collect(WORKSPACE, SOURCE, clock.instant().plusSeconds(60));
        return store.status(WORKSPACE, "s");
    }

    private void read(Optional<String> format, String body) {
        for (Decoded record :
                reader.decode(new PostMessage("m", WORKSPACE, format, body, clock.instant()))) {
            came.add(
                    record instanceof Decoded.Event event
                            ? event.event().getClass().getSimpleName() + " " + event.event().id()
                            : record.getClass().getSimpleName());
        }
    }

    /** Answers as X does: what lies in the stretch that is asked for, one event a line. */
    private Reply answer(Ask ask) {
        return answer(ask, "");
    }

    private Reply answer(Ask ask, String behind) {
        Matcher request = ASKED.matcher(ask.uri().toString().replace("%3A", ":"));
        assertThat(request.matches()).as(ask.uri().toString()).isTrue();
        Instant start = Instant.parse(request.group(3));
        Instant end = Instant.parse(request.group(4));
        var body = new StringBuilder("\r\n");
        for (Event event : events) {
            if (event.about().equals(request.group(1))
                    && event.part() == Integer.parseInt(request.group(2))
                    && !event.at().isBefore(start)
                    && !event.at().isAfter(end)) {
                body.append(event.line()).append("\r\n");
            }
        }
        return whole(200, body + behind);
    }

    private static Reply whole(int status, String body) {
        return new Reply.Answered(
                new Answer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    private void deleted(int part, Instant at, String id) {
        events.add(
                new Event(
                        "tweets",
                        part,
                        at,
                        "{\"data\":{\"delete\":{\"event_at\":\""
                                + at
                                + "\",\"tweet\":{\"author_id\":\"2244994945\",\"id\":\""
                                + id
                                + "\"},\"quote_tweet_id\":\"1\"}}}"));
        stored.add(new PostId(Platform.X, id));
    }

    /** The first run begins a minute back. */
    private void begun() {
        run(this::answer);
        assertThat(asked).hasSize(8);
        clock.set(store.status(WORKSPACE, "s").dueAt());
    }

    @Test
    void deletionsAndEndedAccounts_ofAllParts_comeOnce() {
        begun();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            deleted(1 + i % 4, NOW.plusSeconds(7L * i), "90" + (10 + i));
            all.add("Removed x:90" + (10 + i));
        }
        events.add(
                new Event(
                        "users",
                        2,
                        NOW.plusSeconds(20),
                        "{\"data\":{\"user_delete\":{\"user\":{\"id\":\"7\"},\"event_at\":\""
                                + NOW.plusSeconds(20)
                                + "\"}}}"));
        all.add("AuthorGone");
        SourceStatus status = run(this::answer);
        assertThat(came).containsExactlyInAnyOrderElementsOf(all);
        assertThat(status.completeUntil()).contains(NOW.plusSeconds(300 - 15));
        assertThat(status.error()).isEmpty();
        assertThat(status.posts()).as("only what concerns us counts").isEqualTo(41);
        clock.set(status.dueAt());
        run(this::answer);
        assertThat(came).as("nothing twice").hasSize(41);
    }

    @Test
    void deletion_ofWhatIsNotStored_isNotSentOn() {
        begun();
        deleted(1, NOW.plusSeconds(10), "9001");
        stored.clear();
        run(this::answer);
        assertThat(came).isEmpty();
    }

    @Test
    void stretchWithoutEvents_isComplete() {
        begun();
        SourceStatus status = run(this::answer);
        assertThat(status.completeUntil()).contains(NOW.plusSeconds(300 - 15));
        assertThat(status.failures()).isZero();
        assertThat(asked).as("five minutes, eight streams").hasSize(8 + 5 * 8);
    }

    @Test
    void streamThatBreaksOff_isAskedForAgainWithoutDoubles() {
        begun();
        deleted(1, NOW.plusSeconds(10), "9001");
        SourceStatus status =
                run(
                        ask ->
                                answer(
                                        ask,
                                        "{\"errors\":[{\"title\":\"operational-disconnect\"}]}\r\n"));
        assertThat(status.error().orElse("")).contains("the log ended with an error of its own");
        assertThat(status.completeUntil()).as("no step further").contains(NOW.minusSeconds(15));
        clock.set(status.dueAt().plus(Duration.ofMinutes(2)));
        deleted(1, NOW.plusSeconds(11), "9002");
        run(this::answer);
        assertThat(came).containsExactly("Removed x:9001", "Removed x:9002");
    }

    @Test
    void linesThatCannotBeRead_areStated() {
        begun();
        deleted(1, NOW.plusSeconds(10), "9001");
        events.add(new Event("tweets", 1, NOW.plusSeconds(11), "{\"data\":{\"delete\":{\"tweet\""));
        SourceStatus status = run(this::answer);
        assertThat(came).containsExactly("Removed x:9001");
        assertThat(status.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.why()).contains("left out: 1"));
    }

    @Test
    void planWithoutCompliance_isTold() {
        assertThat(run(ask -> whole(403, "{\"title\":\"Client Forbidden\"}")).error())
                .hasValueSatisfying(why -> assertThat(why).contains("the plan or the rights"));
        assertThat(asked).as("the others are not asked").hasSize(1);
    }
}
