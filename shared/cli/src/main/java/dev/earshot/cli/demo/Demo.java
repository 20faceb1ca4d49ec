package dev.earshot.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.cli.api.ApiClient;
import dev.earshot.cli.terminal.Paint;
import dev.earshot.cli.terminal.Terminal;
import dev.earshot.local.EmbeddedCloud;
import dev.earshot.local.Endpoints;
import dev.earshot.local.Project;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * {@code demo}: starts the embedded cloud on a folder of its own, sends the bundled sample and
 * pictures to it as any client would, waits until everything is analysed, and prints what the API
 * answers. Nothing printed is prepared beforehand: every number comes from the API or from a clock.
 */
@Command(
        name = "demo",
        description =
                "Starts a stack, analyses a bundled sample of posts and pictures, prints what was"
                        + " found, and stops the stack.")
public final class Demo implements Callable<Integer> {
    private static final int CONCURRENCY = 2;

    private final PrintStream out;
    private final PrintStream error;
    private final InstantSource clock;

    public Demo(PrintStream out, PrintStream error, InstantSource clock) {
        this.out = out;
        this.error = error;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        if (!Files.isDirectory(Project.models().resolve("text"))) {
            throw new IOException(
                    "no models in "
                            + Project.models()
                            + "; run the build first, which assembles them");
        }
        Path folder = Files.createTempDirectory("earshot-demo");
        Path log = folder.resolve("functions.log");
        // The functions log to System.err; the end of the log is shown only if something fails.
        PrintStream before = System.err;
        try (PrintStream logged = new PrintStream(log.toFile(), StandardCharsets.UTF_8)) {
            System.setErr(logged);
            show(folder);
        } catch (Exception e) {
            tail(log);
            throw e;
        } finally {
            System.setErr(before);
            delete(folder);
        }
        return 0;
    }

    private void show(Path folder) throws Exception {
        var print = new PrintStream(out, false, StandardCharsets.UTF_8);
        var paint = new Paint(Terminal.onOutput());
        var report = new Report(print, paint);
        var times = new StageTimes();
        var pictures = Pictures.all(Project.models());
        try (EmbeddedCloud cloud = start(folder, clock)) {
            Endpoints endpoints = cloud.endpoints();
            times.done("start: servers, resources, functions, models");
            try (ApiClient api = new ApiClient(endpoints.api(), endpoints.apiKey())) {
                Instant now = clock.instant();
                Sample sample = Sample.at(now);
                Delivery.Expected expected = Delivery.expected(sample, now);
                List<String> keys = analysed(cloud, api, sample, expected, pictures, times);
                report.sent(sample, expected, keys.size());
                for (JsonNode brand : sample.brands()) {
                    report.brand(api, brand, now);
                }
                try (var words = new DrivingWords(Project.models())) {
                    for (JsonNode brand : sample.brands()) {
                        report.mostNegative(api, brand, words);
                    }
                }
                cloud.function("ScoreInfluencersFunction")
                        .invoke("{\"all\":true}".getBytes(StandardCharsets.UTF_8));
                times.done("score the authors");
                for (JsonNode brand : sample.brands()) {
                    report.influencers(api, brand);
                }
                cloud.function("TrackTrendsFunction").invoke("{}".getBytes(StandardCharsets.UTF_8));
                new Rises(print, paint).print(api, sample.brands());
                times.done("judge what rises");
                report.pictures(api, keys);
                report.rejected(api, keys);
                report.changes(api, sample);
                report.queues(new Waiting(api, cloud.clients(), endpoints));
                new UrgentCases(print, paint).print(api);
                times.done("ask the API and explain");
            }
            if (!cloud.refused().isEmpty()) {
                throw new IllegalStateException(
                        "a role in template.yaml lacks what its function needs: "
                                + cloud.refused());
            }
        }
        times.done("stop");
        report.times(times);
        print.println();
        print.println(
                "All this and more is on the console's pages: './earshot up --open' starts a stack"
                        + " that stays, and opens it.");
        print.flush();
    }

    /** Sends the sample as a customer would, and waits until it is analysed. */
    private static List<String> analysed(
            EmbeddedCloud cloud,
            ApiClient api,
            Sample sample,
            Delivery.Expected expected,
            List<Pictures.Picture> pictures,
            StageTimes times)
            throws Exception {
        Endpoints endpoints = cloud.endpoints();
        for (JsonNode brand : sample.brands()) {
            api.put("/v1/brands/" + brand.path("id").asText(), brand.toString());
        }
        Delivery.messages(sample, cloud.clients(), endpoints);
        List<String> keys = Delivery.pictures(pictures, cloud.clients(), endpoints);
        times.done("send: brands to the API, posts to SQS, pictures to S3");
        var waiting = new Waiting(api, cloud.clients(), endpoints);
        waiting.posts(expected);
        waiting.parked(expected.refused());
        times.done("analyse the posts (pictures at the same time)");
        waiting.pictures(keys);
        times.done("analyse what was left of the pictures");
        return keys;
    }

    /** An embedded cloud on a folder of its own, with the models that were assembled. */
    static EmbeddedCloud start(Path folder, InstantSource clock) throws Exception {
        return EmbeddedCloud.start(
                new EmbeddedCloud.Options(
                        Project.template(),
                        folder.resolve("state"),
                        false,
                        0,
                        // Called below instead, when all posts have been read.
                        Map.of("TrendSchedule", "rate(1 day)"),
                        Map.of("MODELS_DIR", Project.models().toString()),
                        CONCURRENCY,
                        clock));
    }

    private void tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            lines.subList(Math.max(0, lines.size() - 20), lines.size()).forEach(error::println);
        } catch (IOException | RuntimeException e) {
            error.println("the functions' log can't be read: " + e.getMessage());
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(
                    folder,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                                throws IOException {
                            Files.delete(file);
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult postVisitDirectory(
                                Path visited, @Nullable IOException e) throws IOException {
                            Files.delete(visited);
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's folder can't be deleted", e);
        }
    }
}
