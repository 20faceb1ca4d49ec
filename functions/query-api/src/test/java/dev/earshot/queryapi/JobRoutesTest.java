package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobStore.Claim;
import dev.earshot.core.job.LostHoldException;
import dev.earshot.core.job.Progress;
import dev.earshot.core.job.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Optional;

class JobRoutesTest {
    private static final String POSTS = "{\"kind\":\"batch\",\"key\":\"imports/export.csv\"}";

    private final World world = new World();

    @Test
    void job_askedFor_isStoredQueuedAndShown() {
        World.Reply reply = create(POSTS).send();

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.response().getHeaders())
                .containsEntry("location", "/v1/jobs/" + World.RANDOM);
        assertThat(world.jobQueue.jobs())
                .extracting(Job::task)
                .containsExactly(new Task.Posts("imports/export.csv", Optional.empty()));
        World.Reply shown = world.get("/v1/jobs/" + World.RANDOM).send();
        assertThat(shown.text("state")).isEqualTo("queued");
        assertThat(shown.body()).isEqualTo(reply.body());
    }

    @Test
    void job_askedForTwiceWithOneKey_isOne() {
        create(POSTS).header("idempotency-key", "k1").send();
        String again = create(POSTS).header("idempotency-key", "k1").send().text("id");

        assertThat(world.jobQueue.jobs()).extracting(Job::id).containsOnly(again);
        assertThat(world.jobs.list(World.ACME, Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void job_ofAnotherTaskUnderAUsedKey_isRefused() {
        create(POSTS).header("idempotency-key", "k1").send();

        assertThat(
                        create("{\"kind\":\"batch\",\"prefix\":\"media/\"}")
                                .header("idempotency-key", "k1")
                                .send()
                                .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400",
                "{\"kind\":\"other\",\"key\":\"media/a\"} | 400",
                "{\"kind\":\"video\"} | 400",
                "{\"kind\":\"video\",\"key\":\"imports/a.mp4\"} | 400",
                "{\"kind\":\"batch\",\"key\":\"media/a.csv\"} | 400",
                "{\"kind\":\"batch\",\"prefix\":\"derived/\"} | 400",
                "{\"kind\":\"video\",\"key\":\"media/rival/0123456789abcdef0123456789abcdef/a.mp4\"}"
                        + " | 404",
                "nonsense | 400"
            })
    void job_thatCantBe_isRefused(String body, int status) {
        assertThat(create(body).send().status()).isEqualTo(status);
        assertThat(world.jobQueue.jobs()).isEmpty();
    }

    @Test
    void job_ofAnotherWorkspace_isNotFound() {
        create(POSTS).send();

        assertThat(world.get("/v1/jobs/" + World.RANDOM).as(World.RIVAL, "read").send().status())
                .isEqualTo(404);
        assertThat(world.get("/v1/jobs").as(World.RIVAL, "read").send().body())
                .isEqualTo("{\"items\":[]}");
    }

    @Test
    void job_withoutTheScope_isForbidden() {
        assertThat(create(POSTS).as(World.ACME, "read").send().status()).isEqualTo(403);
    }

    @Test
    void job_failed_saysWhy() throws LostHoldException {
        create(POSTS).send();
        Claim.Taken taken =
                (Claim.Taken)
                        world.jobs.claim(
                                world.jobQueue.jobs().getFirst(), "m", Duration.ofSeconds(9), 0);
        world.jobs.end(taken.hold(), JobState.Phase.FAILED, "the file is empty", Progress.NONE);

        World.Reply reply = world.get("/v1/jobs/" + World.RANDOM).send();

        assertThat(reply.text("state")).isEqualTo("failed");
        assertThat(reply.text("reason")).isEqualTo("the file is empty");
    }

    @Test
    void jobs_listed_turnPages() {
        for (int i = 0; i < 3; i++) {
            world.jobs.create(
                    new Job("job-" + i, World.ACME, new Task.Pictures("media/"), World.NOW));
        }

        World.Reply first = world.get("/v1/jobs").query("limit", "2").send();
        World.Reply second =
                world.get("/v1/jobs")
                        .query("limit", "2")
                        .query("cursor", first.text("next"))
                        .send();

        assertThat(first.body()).contains("job-2", "job-1").doesNotContain("job-0");
        assertThat(second.body()).contains("job-0").doesNotContain("job-1", "next");
    }

    @Test
    void contactSheet_ofAVideo_isServedToItsWorkspaceAlone() {
        world.derived.put(World.ACME, "media/a b.mp4", "contact-sheet.jpg", new byte[] {1, 2, 3});

        World.Reply reply = world.get("/v1/contact-sheets/media/a%20b.mp4").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.response().getIsBase64Encoded()).isTrue();
        assertThat(reply.body()).isEqualTo("AQID");
        assertThat(reply.response().getHeaders()).containsEntry("content-type", "image/jpeg");
        assertThat(
                        world.get("/v1/contact-sheets/media/a%20b.mp4")
                                .as(World.RIVAL, "read")
                                .send()
                                .status())
                .isEqualTo(404);
    }

    @Test
    void upload_ofAFileOfPosts_goesToImports() {
        World.Reply reply =
                world.ask("POST", "/v1/uploads")
                        .body("{\"fileName\":\"a.csv\",\"contentType\":\"text/csv\",\"bytes\":9}")
                        .send();

        assertThat(reply.text("key")).startsWith("imports/" + World.ACME + "/").endsWith("/a.csv");
    }

    private World.Ask create(String body) {
        return world.ask("POST", "/v1/jobs").body(body);
    }
}
