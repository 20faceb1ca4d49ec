package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.audit.AuditUse;
import dev.earshot.core.store.Parked;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class ParkedRoutesTest {
    private final World world = new World();

    @Test
    void parked_one_isShownWithItsPayload() {
        park("p1", 0);

        assertThat(world.get("/v1/parked/p1").send().body())
                .isEqualTo(
                        "{\"id\":\"p1\",\"source\":\"sqs\",\"path\":\"data[3].id\",\"reason\":\"is"
                                + " missing\",\"parkedAt\":\"2026-03-04T05:16:07.123Z\",\"payload\":\"{bad\"}");
    }

    @Test
    void parked_payloadThatIsShown_leavesALineInTheAudit() {
        park("p1", 0);
        world.get("/v1/parked").send();
        assertThat(world.audit.all(World.ACME)).isEmpty();

        world.get("/v1/parked/p1").send();
        world.get("/v1/parked/p2").send();

        assertThat(world.audit.all(World.ACME))
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.use().action()).isEqualTo("parked");
                            assertThat(line.use().subject()).isEqualTo(AuditUse.digest("p1"));
                        });
    }

    @Test
    void parked_pages_giveEachOnceNewestFirst() {
        for (int i = 0; i < 7; i++) {
            park("p" + i, i);
        }
        List<String> seen = new ArrayList<>();
        World.Reply page = world.get("/v1/parked").query("limit", "3").send();
        while (true) {
            for (int i = 0; i < page.list("items").size(); i++) {
                seen.add(page.text("items." + i + ".id"));
            }
            if (page.at("next") == null) {
                break;
            }
            page =
                    world.get("/v1/parked")
                            .query("limit", "3")
                            .query("cursor", page.text("next"))
                            .send();
        }

        assertThat(seen).containsExactly("p6", "p5", "p4", "p3", "p2", "p1", "p0");
    }

    @Test
    void parked_ofAnotherWorkspace_isNotFound() {
        park("p1", 0);

        assertThat(world.get("/v1/parked/p1").as(World.RIVAL, "admin").send().status())
                .isEqualTo(404);
        assertThat(world.get("/v1/parked").as(World.RIVAL, "admin").send().list("items")).isEmpty();
    }

    @Test
    void cursor_ofAnotherWorkspace_isRefused() {
        park("p1", 0);
        String cursor = world.get("/v1/parked").query("limit", "1").send().text("next");

        assertThat(
                        world.get("/v1/parked")
                                .as(World.RIVAL, "admin")
                                .query("cursor", cursor)
                                .send()
                                .status())
                .isEqualTo(400);
    }

    private void park(String id, int second) {
        world.parked.park(
                new Parked(
                        id,
                        World.ACME,
                        "sqs",
                        "data[3].id",
                        "is missing",
                        World.NOW.plusSeconds(second),
                        "{bad"));
    }
}
