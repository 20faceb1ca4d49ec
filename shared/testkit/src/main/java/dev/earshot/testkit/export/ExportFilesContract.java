package dev.earshot.testkit.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.export.ExportFiles;
import dev.earshot.core.export.ExportFiles.Stored;
import dev.earshot.core.export.ExportFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** What every {@link ExportFiles} must do. Each test uses an empty store. */
public abstract class ExportFilesContract {
    private static final WorkspaceId ACME = new WorkspaceId("acme");
    private static final Duration VALID = Duration.ofMinutes(15);
    private static final String NAME = "earshot-acme-posts.csv";

    @TempDir private Path folder = Path.of("");

    /** The store under test, empty. */
    protected abstract ExportFiles files();

    /** The bytes that an address of the store leads to. */
    protected abstract byte[] fetched(ExportFiles files, String url) throws Exception;

    /** The time by the store's clock. */
    protected abstract Instant now();

    @Test
    void find_storedFile_leadsToItsBytesWithSizeAndEnd() throws Exception {
        ExportFiles files = files();
        Instant before = now();
        put(files, ACME, "1", "id,text\r\n1,fine\r\n");
        Stored stored = files.find(ACME, "1", NAME, VALID).orElseThrow();

        assertThat(fetched(files, stored.url())).asString().isEqualTo("id,text\r\n1,fine\r\n");
        assertThat(stored.bytes()).isEqualTo(17);
        // Midnight after a whole day.
        assertThat(stored.keptUntil())
                .isBetween(
                        ExportFiles.keptUntil(before.minusSeconds(1)),
                        ExportFiles.keptUntil(now().plusSeconds(1)));
    }

    @Test
    void put_again_replacesTheFile() throws Exception {
        ExportFiles files = files();
        put(files, ACME, "1", "first, and longer");
        put(files, ACME, "1", "second");
        Stored stored = files.find(ACME, "1", NAME, VALID).orElseThrow();

        assertThat(fetched(files, stored.url())).asString().isEqualTo("second");
        assertThat(stored.bytes()).isEqualTo(6);
    }

    @Test
    void find_whatIsNotThere_isEmpty() throws Exception {
        ExportFiles files = files();
        put(files, ACME, "10", "ten");

        assertThat(files.find(ACME, "1", NAME, VALID)).isEmpty();
        assertThat(files.find(ACME, "10", "earshot-acme-posts.cs", VALID)).isEmpty();
        assertThat(files.find(new WorkspaceId("acme2"), "10", NAME, VALID)).isEmpty();
    }

    /** Stores a file of that text. */
    protected final void put(ExportFiles files, WorkspaceId workspace, String id, String text)
            throws IOException {
        files.put(
                workspace,
                id,
                NAME,
                ExportFormat.CSV,
                Files.writeString(folder.resolve("file"), text));
    }
}
