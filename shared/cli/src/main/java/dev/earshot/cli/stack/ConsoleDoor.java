package dev.earshot.cli.stack;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.ApiKeyRegistry;
import dev.earshot.core.store.ApiKeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Opens the console in a browser with a key that was made for this once. The key stands in the
 * address's fragment, which is sent to nobody and which the console takes out at once; the browser
 * is given a file that only its owner can read, so that no list of processes and no log shows the
 * key. Closing revokes the key and removes the file. Not thread-safe.
 */
final class ConsoleDoor implements AutoCloseable {
    private static final Set<String> SCOPES = Set.of("admin");

    private final ApiKeyRegistry keys;
    private final String key = ApiKeyRegistry.fresh(new SecureRandom());
    private final Path page;

    ConsoleDoor(ApiKeyRegistry keys, WorkspaceId workspace, String api, Path folder)
            throws IOException {
        this.keys = keys;
        keys.allow(key, "up --open", new ApiKeys.Grant(workspace, SCOPES));
        page =
                Files.createTempFile(
                        folder,
                        "console",
                        ".html",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                page,
                "<!doctype html><meta charset=utf-8><title>Earshot</title><meta http-equiv=refresh"
                        + " content=\"0;url="
                        + api.replaceAll("/+$", "")
                        + "/#key="
                        + key
                        + "\">");
    }

    /** The file that leads to the console. */
    Path page() {
        return page;
    }

    /** Asks the system to open it; whether there was something to ask. */
    boolean open() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String opener = system.contains("mac") ? "open" : "xdg-open";
        try {
            new ProcessBuilder(List.of(opener, page.toUri().toString()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            // No such program: a machine without a desktop.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(page);
        keys.revoke(ApiKeys.id(key));
    }
}
