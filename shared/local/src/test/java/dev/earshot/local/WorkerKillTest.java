package dev.earshot.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.core.sync.RequestBody;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** A worker in a process of its own, killed or told to end in the middle of a compressed file. */
@Timeout(1_200)
final class WorkerKillTest {
    private static final int POSTS = 1_500;

    @Test
    void worker_killedTwice_storesEveryPostOnceAndParksEachBadOneOnce(@TempDir Path folder)
            throws Exception {
        try (EmbeddedCloud cloud = FakeStack.startWithRealApi(folder)) {
            ask(cloud);

            long first = killedAfterSaves(cloud, folder, 2);
            long second = killedAfterSaves(cloud, folder, 2);
            List<String> lines = untilEnded(cloud, folder);

            assertThat(first).isPositive().isLessThan(POSTS);
            assertThat(second).as("goes on where it was").isGreaterThan(first);
            assertAllDoneOnce(cloud, lines);
        }
    }

    @Test
    void worker_toldToEnd_finishesItsStepAndLeavesTheRestToAnother(@TempDir Path folder)
            throws Exception {
        try (EmbeddedCloud cloud = FakeStack.startWithRealApi(folder)) {
            ask(cloud);
            Process child = child(cloud, folder);
            List<String> first = new ArrayList<>();
            try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
                readUntil(output, first, "saved ");
                readUntil(output, first, "saved ");
                endsByItself(child, output, first);
            } finally {
                child.destroyForcibly();
            }
            String state = FakeStack.items(cloud, "J#default#job-1").getFirst().text("pg");
            List<String> lines = untilEnded(cloud, folder);

            assertThat(first).last().isEqualTo("stopped");
            assertThat(lines.getFirst()).as("goes on where it was").startsWith("saved ");
            assertThat(saved(lines.getFirst())).isGreaterThan(saved(first.get(first.size() - 2)));
            assertThat(state)
                    .as("the step in hand was saved")
                    .contains(" " + saved(first.get(first.size() - 2)) + ".0 ");
            assertAllDoneOnce(cloud, lines);
        }
    }

    @Test
    @Tag("long")
    void worker_toldToEndInAStepThatHangs_endsAllTheSameAndAnotherGoesOn(@TempDir Path folder)
            throws Exception {
        try (EmbeddedCloud cloud = FakeStack.startWithRealApi(folder)) {
            ask(cloud);
            Process child = child(cloud, folder, "stuck");
            List<String> first = new ArrayList<>();
            try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
                readUntil(output, first, "stuck");
                endsByItself(child, output, first);
            } finally {
                child.destroyForcibly();
            }
            List<String> lines = untilEnded(cloud, folder);

            assertThat(first).doesNotContain("stopped");
            assertAllDoneOnce(cloud, lines);
        }
    }

    /**
     * Sends SIGTERM and reads what is still said. Only a worker that never ends by itself is
     * killed.
     */
    private static void endsByItself(Process child, BufferedReader output, List<String> into)
            throws IOException, InterruptedException {
        CompletableFuture<Void> end =
                CompletableFuture.runAsync(
                        child::destroyForcibly,
                        CompletableFuture.delayedExecutor(5, TimeUnit.MINUTES));
        // Process.destroy would close the streams as well.
        child.toHandle().destroy();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            into.add(line);
        }
        assertThat(child.waitFor()).as("ended by itself").isZero();
        end.cancel(false);
    }

    private static void ask(EmbeddedCloud cloud) throws IOException {
        byte[] file = file();
        cloud.clients()
                .s3()
                .putObject(
                        put ->
                                put.bucket(cloud.endpoints().buckets().get("media"))
                                        .key("imports/posts.ndjson.gz"),
                        RequestBody.fromBytes(file));
        send(
                cloud,
                "{\"id\":\"job-1\",\"kind\":\"batch\",\"workspace\":\"default\","
                        + "\"key\":\"imports/posts.ndjson.gz\",\"createdAt\":\"2026-03-04T05:06:07Z\"}");
    }

    private static void assertAllDoneOnce(EmbeddedCloud cloud, List<String> lines) {
        assertThat(lines.getLast()).isEqualTo("ended DONE");
        assertThat(FakeStack.items(cloud, "J#default#job-1").getFirst().text("pg"))
                .startsWith("1.0 " + POSTS + ".0 " + POSTS / 10 + ".0 ");
        for (int i = 0; i < POSTS; i++) {
            assertThat(FakeStack.items(cloud, "P#default#upload:" + i))
                    .as("post %d", i)
                    .hasSize(i % 10 == 9 ? 0 : 1);
        }
        assertThat(FakeStack.items(cloud, "X#default")).hasSize(POSTS / 10);
    }

    private static long saved(String line) {
        return Long.parseLong(line.substring("saved ".length()));
    }

    private static void readUntil(BufferedReader output, List<String> into, String start)
            throws IOException {
        String line;
        do {
            line = output.readLine();
            assertThat(line).as("the worker must not end by itself; it said %s", into).isNotNull();
            into.add(line);
        } while (!line.startsWith(start));
    }

    private static void send(EmbeddedCloud cloud, String body) {
        cloud.clients()
                .sqs()
                .sendMessage(
                        request ->
                                request.queueUrl(cloud.template().queue("JobsQueue").url())
                                        .messageBody(body));
    }

    /**
     * Runs a worker, kills it in the step after so many saves, and returns the progress at the last
     * save.
     */
    private static long killedAfterSaves(EmbeddedCloud cloud, Path folder, int saves)
            throws Exception {
        Process child = child(cloud, folder);
        long done = 0;
        try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
            for (int seen = 0; seen < saves; ) {
                String line = output.readLine();
                assertThat(line).as("the worker must not end by itself").isNotNull();
                if (line.startsWith("saved ")) {
                    done = Long.parseLong(line.substring("saved ".length()));
                    seen++;
                }
            }
            child.destroyForcibly();
            child.waitFor();
        }
        return done;
    }

    private static List<String> untilEnded(EmbeddedCloud cloud, Path folder) throws Exception {
        Process child = child(cloud, folder);
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (line.startsWith("ended ")) {
                    break;
                }
            }
        } finally {
            child.destroyForcibly();
            child.waitFor();
        }
        return lines;
    }

    private static Process child(EmbeddedCloud cloud, Path folder, String... arguments)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ChildWorker.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.putAll(cloud.environment("AnalyzePostsFunction"));
        environment.put("AWS_ACCESS_KEY_ID", cloud.endpoints().accessKeyId());
        environment.put("AWS_SECRET_ACCESS_KEY", cloud.endpoints().secretAccessKey());
        environment.put("MEDIA_BUCKET", cloud.endpoints().buckets().get("media"));
        environment.put("JOBS_QUEUE_URL", cloud.template().queue("JobsQueue").url());
        environment.put("SCRATCH_DIR", folder.toString());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return builder.start();
    }

    private static byte[] file() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            for (int i = 0; i < POSTS; i++) {
                String line =
                        i % 10 == 9
                                ? "{\"id\":\"" + i + "\",\"text\":7}\n"
                                : "{\"id\":\"" + i + "\",\"text\":\"good " + i + "\"}\n";
                out.write(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return packed.toByteArray();
    }
}
