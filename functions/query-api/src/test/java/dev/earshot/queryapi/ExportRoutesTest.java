package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.audit.AuditUse;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.export.ExportContent;
import dev.earshot.core.export.ExportFormat;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobState.Phase;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.job.Progress;
import dev.earshot.core.job.Task;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

final class ExportRoutesTest {
    private final World world = new World();

    @BeforeEach
    void brand() {
        world.with(World.ACME, Brand.named("acme", "Acme"));
    }

    static final Task.Export FEBRUARY =
            new Task.Export(
                    "acme",
                    ExportContent.POSTS,
                    ExportFormat.PARQUET,
                    Instant.parse("2026-02-01T00:00:00Z"),
                    Instant.parse("2026-03-01T00:00:00Z"));

    @Test
    void create_export_queuesAJobOfTheWorker() {
        World.Reply reply =
                create().body(
                                "{\"brand\":\"acme\",\"format\":\"parquet\","
                                        + "\"from\":\"2026-02-01T00:00:00Z\",\"to\":\"2026-03-01T00:00:00Z\"}")
                        .send();

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.text("state")).isEqualTo("queued");
        assertThat(reply.text("fileName")).isEqualTo("earshot-acme-posts.parquet");
        assertThat(world.jobQueue.jobs()).extracting(Job::task).containsExactly(FEBRUARY);
        assertThat(world.get("/v1/exports/" + reply.text("id")).send().text("state"))
                .isEqualTo("queued");
    }

    @Test
    void create_withoutATime_takesTheLastYear() {
        World.Reply reply = create().body("{\"brand\":\"acme\"}").send();

        assertThat(reply.text("format")).isEqualTo("ndjson");
        assertThat(
                        Duration.between(
                                Instant.parse(reply.text("from")), Instant.parse(reply.text("to"))))
                .isEqualTo(Duration.ofDays(366));
    }

    @Test
    void get_finishedExport_hasAnAddressUntilTheFileIsGone(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("f"), "rows");
        Job job = new Job("e1", World.ACME, FEBRUARY, World.NOW);
        world.jobs.create(job);
        JobStore.Claim.Taken taken =
                (JobStore.Claim.Taken) world.jobs.claim(job, "m", Duration.ofMinutes(1), 0);
        world.jobs.end(taken.hold(), Phase.DONE, "", new Progress(1, 12, 0, 0, 0, 3));

        World.Reply gone = world.get("/v1/exports/e1").send();
        world.exports.put(World.ACME, "e1", FEBRUARY.fileName(), FEBRUARY.format(), file);
        World.Reply there = world.get("/v1/exports/e1").send();

        assertThat(gone.text("gone")).isEqualTo("true");
        assertThat(gone.at("url")).isNull();
        assertThat(there.text("gone")).isEqualTo("false");
        assertThat(there.text("bytes")).isEqualTo("4");
        assertThat(Instant.parse(there.text("keptUntil")))
                .isBetween(World.NOW.plus(Duration.ofDays(1)), World.NOW.plus(Duration.ofDays(2)));
        assertThat(there.text("rows")).isEqualTo("12");
        assertThat(there.text("url"))
                .contains("exports/" + World.ACME + "/e1/earshot-acme-posts.parquet")
                .endsWith("valid=900");
    }

    @Test
    void create_wrongExports_areRefusedByField() {
        assertThat(refused("{}")).contains("brand");
        assertThat(refused("{\"brand\":\"acme\",\"format\":\"xlsx\"}"))
                .contains("ndjson, csv or parquet");
        assertThat(refused("{\"brand\":\"acme\",\"from\":\"monday\"}")).contains("from", "monday");
        assertThat(
                        refused(
                                "{\"brand\":\"acme\",\"from\":\"2026-03-01T00:00:00Z\","
                                        + "\"to\":\"2026-02-01T00:00:00Z\"}"))
                .contains("to must be after from");
        assertThat(refused("{\"brand\":\"acme\",\"what\":\"people\"}"))
                .contains("posts, cases, counts or scores", "people");
        assertThat(refused("{\"brand\":\"acme\",\"what\":\"scores\"," + "\"from\":\"2026-03-01\"}"))
                .contains("from", "last run");
        assertThat(create().body("{\"brand\":\"no\"}").send().status()).isEqualTo(404);
        assertThat(world.get("/v1/exports/none").send().status()).isEqualTo(404);
    }

    @Test
    void create_exports_areNotedBeforeTheyAreWritten() {
        World.Reply reply =
                create().as(World.ACME, "read write")
                        .body("{\"brand\":\"acme\",\"what\":\"scores\"}")
                        .send();

        assertThat(reply.text("fileName")).isEqualTo("earshot-acme-scores.ndjson");
        assertThat(reply.at("from")).isNull();
        assertThat(world.audit.all(World.ACME))
                .extracting(AuditEntry::use)
                .singleElement()
                .satisfies(
                        use -> {
                            assertThat(use.action()).isEqualTo("export");
                            assertThat(use.purpose()).isEqualTo("scores of acme");
                            assertThat(use.subject()).isEqualTo(AuditUse.digest(reply.text("id")));
                        });
    }

    @Test
    void list_amongOtherJobs_pagesThroughTheExportsAlone() {
        for (int i = 0; i < 7; i++) {
            Task task = i % 2 == 0 ? FEBRUARY : new Task.Pictures("media/" + i);
            world.jobs.create(new Job("j" + i, World.ACME, task, World.NOW.plusSeconds(i)));
        }
        World.Reply first = world.get("/v1/exports").query("limit", "3").send();
        World.Reply second =
                world.get("/v1/exports")
                        .query("limit", "3")
                        .query("cursor", first.text("next"))
                        .send();

        assertThat(ids(first)).containsExactly("j6", "j4", "j2");
        assertThat(ids(second)).containsExactly("j0");
        assertThat(second.at("next")).isNull();
        assertThat(world.get("/v1/jobs").query("cursor", first.text("next")).send().status())
                .isEqualTo(400);
    }

    private static List<String> ids(World.Reply page) {
        return IntStream.range(0, page.list("items").size())
                .mapToObj(i -> page.text("items." + i + ".id"))
                .toList();
    }

    private String refused(String body) {
        World.Reply reply = create().body(body).send();
        assertThat(reply.status()).as(body).isEqualTo(400);
        return reply.text("detail");
    }

    private World.Ask create() {
        return world.ask("POST", "/v1/exports");
    }
}
