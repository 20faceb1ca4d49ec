package dev.earshot.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.cli.command.UsageException;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.ApiKeyRegistry;
import dev.earshot.core.store.ApiKeys;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the commands about keys find and show. */
final class KeysTest {
    private static final String MINE = "earshot-Table-1A2B3C";

    @Test
    void table_ofAStack_isFoundByCloudFormationsNameForIt() {
        assertThat(
                        KeyPlace.table(
                                "earshot",
                                List.of("earshot-eu-Table-X", MINE, "earshot-TableOther"),
                                "eu-west-1"))
                .isEqualTo(MINE);
    }

    @Test
    void table_ofNoStackOrOfSeveral_isRefusedWithTheReason() {
        assertThatThrownBy(() -> KeyPlace.table("earshot", List.of("other"), "eu-west-1"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no table in eu-west-1 begins with 'earshot-Table-'");
        assertThatThrownBy(() -> KeyPlace.table("earshot", List.of(MINE, MINE + "2"), "eu-west-1"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("several stacks were called 'earshot'");
    }

    @Test
    void list_entry_showsWhoMayWhatSinceWhen() {
        var entry =
                new ApiKeyRegistry.Entry(
                        "key-0123456789ab",
                        "Ann",
                        new ApiKeys.Grant(new WorkspaceId("emea"), Set.of("write", "read")),
                        Instant.parse("2026-11-30T12:00:00.123Z"));

        assertThat(KeysList.lines(List.of(entry)))
                .containsExactly(
                        "key-0123456789ab  2026-11-30T12:00:00Z  emea                 read,write  Ann");
    }
}
