package dev.earshot.cli.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.cli.command.UsageException;
import dev.earshot.collect.source.SourceKind;
import dev.earshot.collect.source.SourceSpec;
import dev.earshot.collect.state.Progress;
import dev.earshot.collect.state.SourceStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

final class CollectedFileTest {
    private static final List<SourceSpec> SOURCES =
            List.of(SourceSpec.of("s", SourceKind.X_SEARCH, List.of("acme"), List.of()));

    private static void send(CollectedFile file, String body) {
        file.send(Collect.WORKSPACE, Optional.of("x-v2"), body);
    }

    private static void save(CollectedFile file, String query) {
        file.save(Collect.WORKSPACE, "s", "here", SourceStatus.NEW, "q", Progress.none(query));
    }

    @Test
    void posts_writtenAfterTheLastSave_areCutOff(@TempDir Path folder) throws IOException {
        Path posts = folder.resolve("posts.ndjson");
        try (var file = CollectedFile.open(posts, SOURCES)) {
            send(file, "{\"data\":[\n1]}");
            save(file, "first");
            send(file, "{\"data\":[2]}");
        }
        assertThat(Files.readString(posts)).isEqualTo("{\"data\":[ 1]}\n{\"data\":[2]}\n");
        try (var file = CollectedFile.open(posts, SOURCES)) {
            assertThat(file.progress(Collect.WORKSPACE, "s").get("q"))
                    .isEqualTo(Progress.none("first"));
            send(file, "{\"data\":[3]}");
            save(file, "second");
        }
        assertThat(Files.readString(posts)).isEqualTo("{\"data\":[ 1]}\n{\"data\":[3]}\n");
    }

    @Test
    void posts_thatWereThereBefore_stay(@TempDir Path folder) throws IOException {
        Path posts = folder.resolve("posts.ndjson");
        Files.writeString(posts, "{\"id\":\"1\"}\n");
        try (var file = CollectedFile.open(posts, SOURCES)) {
            send(file, "{}");
            save(file, "q");
        }
        assertThat(Files.readString(posts)).isEqualTo("{\"id\":\"1\"}\n{}\n");
    }

    @Test
    void file_thatGotShorter_isRefusedWithTheWayOn(@TempDir Path folder) throws IOException {
        Path posts = folder.resolve("posts.ndjson");
        try (var file = CollectedFile.open(posts, SOURCES)) {
            send(file, "{}");
            save(file, "q");
        }
        Files.writeString(posts, "");
        assertThatThrownBy(() -> CollectedFile.open(posts, SOURCES))
                .hasMessageContaining("delete " + posts + ".progress as well");
    }

    @Test
    void sources_thatCannotBe_areRefusedWithTheirPlace(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("sources.json");
        Files.writeString(file, "[{\"id\":\"a\",\"kind\":\"feed\",\"brands\":[\"acme\"]}]");
        assertThatThrownBy(() -> SourceFile.read(file))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("[0].targets must name what a source of kind feed reads");
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> SourceFile.read(file))
                .hasMessageContaining("must hold a JSON array");
    }

    @Test
    void status_ofSources_isToldInPlainWords() throws IOException {
        var bytes = new ByteArrayOutputStream();
        new Status(new PrintStream(bytes, true, StandardCharsets.UTF_8))
                .print(
                        "http://localhost:1",
                        new ObjectMapper()
                                .readTree(
                                        """
                                        [{"id":"f","kind":"feed","paused":false,"dailyRequests":500,"state":{"sent":1200,
                                        "requestsToday":7,"quotaLeft":3,"fetchedAt":"2026-03-04T12:00:00Z",
                                        "completeUntil":"2026-03-04T11:00:00Z","error":"the platform broke off","gaps":
                                        [{"from":"2026-03-04T10:00:00Z","to":"2026-03-04T10:30:00Z","why":"the list is short"}]}}]
                                        """));
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        Earshot runs at http://localhost:1
                        f (feed): 1,200 posts and removals so far; today 7 of 500 requests; the platform allows 3 more for now
                          complete until 2026-03-04T11:00:00Z
                          last error: the platform broke off
                          posts may be missing from 2026-03-04T10:00:00Z to 2026-03-04T10:30:00Z: the list is short
                        """);
    }
}
