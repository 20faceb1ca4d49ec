package dev.earshot.alerts.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

final class WorkTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("w");
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00.123456Z");

    @Test
    void written_work_isReadBackAndSortsByTime() {
        Work look = Work.look(WORKSPACE, "_all", "ep_1", NOON, NOON);
        Work deliver = Work.deliver(WORKSPACE, "al_1", "email@care #1", NOON.plusSeconds(1));

        assertThat(Work.read(look.written())).contains(look);
        assertThat(Work.read(deliver.written())).contains(deliver);
        assertThat(look.brand()).isEqualTo("_all");
        assertThat(look.episode()).isEqualTo("ep_1");
        assertThat(look.start()).isEqualTo(Instant.parse("2026-03-04T12:00:00.123Z"));
        assertThat(look.written()).isLessThan(deliver.written());
    }

    @Test
    void read_ofAnythingElse_isEmpty() {
        for (String line :
                List.of(
                        "",
                        "{}",
                        "x#LOOK#w#b/e#1",
                        "1772625600123#NAP#w#b/e#1",
                        "1772625600123#LOOK#w#e#1",
                        "1772625600123#LOOK#w#b/e#x",
                        "1772625600123#LOOK#w")) {
            assertThat(Work.read(line)).as(line).isEmpty();
        }
    }
}
