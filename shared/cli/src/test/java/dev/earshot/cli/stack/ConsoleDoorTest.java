package dev.earshot.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.testkit.store.InMemoryApiKeys;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class ConsoleDoorTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("default");

    private final InMemoryApiKeys keys = new InMemoryApiKeys(InstantSource.system());

    @Test
    void page_forItsOwnerAlone_leadsToTheConsoleWithAKeyOfItsOwn(@TempDir Path folder)
            throws IOException {
        try (var door = new ConsoleDoor(keys, WORKSPACE, "http://127.0.0.1:8740/", folder)) {
            String key = key(door);

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(door.page())))
                    .isEqualTo("rw-------");
            assertThat(keys.grant(key).orElseThrow().workspace()).isEqualTo(WORKSPACE);
            assertThat(keys.grant(key).orElseThrow().scopes()).containsExactly("admin");
        }
    }

    @Test
    void close_revokesTheKeyAndRemovesThePage(@TempDir Path folder) throws IOException {
        var door = new ConsoleDoor(keys, WORKSPACE, "http://127.0.0.1:8740", folder);
        String key = key(door);

        door.close();

        assertThat(keys.grant(key)).isEmpty();
        assertThat(door.page()).doesNotExist();
    }

    /** The file's name is what a list of processes shows. */
    @Test
    void name_ofThePage_saysNothingOfTheKey(@TempDir Path folder) throws IOException {
        try (var door = new ConsoleDoor(keys, WORKSPACE, "http://127.0.0.1:8740", folder)) {
            assertThat(door.page().toString()).doesNotContain(key(door));
        }
    }

    private static String key(ConsoleDoor door) throws IOException {
        Matcher matcher =
                Pattern.compile("url=http://127\\.0\\.0\\.1:8740/#key=(ek_[A-Za-z0-9_-]{32})\"")
                        .matcher(Files.readString(door.page()));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
