package dev.earshot.bench;

import dev.earshot.core.Outcome;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.Departures;
import dev.earshot.core.store.Parking;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.lambda.Services;
import dev.earshot.lambda.Settings;
import dev.earshot.local.Endpoints;
import dev.earshot.reading.TextReader;
import dev.earshot.usecase.post.AnalysePosts;
import dev.earshot.usecase.post.Brands;
import dev.earshot.usecase.post.PostReadings;
import dev.earshot.wire.PostReader;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a million posts cost at {@link ListPrices}: the posts function with the real model reads and
 * stores real texts in the embedded cloud, which runs in a process of its own; the processor time
 * of this process and the capacity that DynamoDB reports are multiplied out. What can't be measured
 * here is assumed and printed as such.
 */
final class Cost {
    private static final int POSTS = 300;
    private static final int MEGABYTES_PER_CPU = 1_769;
    private static final double MILLION = 1e6;

    /** A call within AWS; puts of posts go five at a time. */
    private static final double CALL_MILLIS = 5;

    private static final int CALLS_AT_ONCE = 5;

    /** Reads, the journal, the transaction, and S3, which takes about six times as long. */
    private static final int OTHER_CALLS = 10;

    /** START, END and REPORT, a line of ours, and one of metrics. */
    private static final int LOG_BYTES_PER_CALL = 1_500;

    private static final WorkspaceId WORKSPACE = new WorkspaceId("cost");

    private final Path models;
    private final List<String> texts;

    Cost(Path models, List<String> texts) {
        this.models = models;
        this.texts = texts;
    }

    /** Per post. */
    private record Measured(double cpuMillis, double writeUnits, double readUnits) {}

    void print(PrintStream out) throws Exception {
        TextReader reader = TextReaders.load(models, ComputeDevice.CPU);
        try (var stack = ChildStack.start(Files.createTempDirectory("earshot-bench-cost"))) {
            var posts = new Posts(reader, services(stack.endpoints()));
            posts.measure(0, 100);
            out.println(
                    "A million posts at list prices of us-east-1 (November 2026), by "
                            + POSTS
                            + " posts of one brand and one author each");
            for (int batch : List.of(100, 10)) {
                print(batch, posts.measure(batch, POSTS), out);
            }
            out.printf(
                    Locale.ROOT,
                    "  Comprehend, sentiment alone             $%.0f%n%n",
                    ListPrices.COMPREHEND_POST * MILLION);
        }
    }

    private static void print(int batch, Measured measured, PrintStream out) {
        double waits =
                CALL_MILLIS * (OTHER_CALLS + Math.ceilDiv(batch, CALLS_AT_ONCE)) / (double) batch;
        double gigabytes = MEGABYTES_PER_CPU / 1_024.0;
        double cpu = measured.cpuMillis() / 1_000 * gigabytes * ListPrices.LAMBDA_GB_SECOND;
        double waiting = waits / 1_000 * gigabytes * ListPrices.LAMBDA_GB_SECOND;
        var lines = new ArrayList<Line>();
        lines.add(
                new Line(
                        String.format(
                                Locale.ROOT,
                                "Lambda, %.1f ms of a processor a post",
                                measured.cpuMillis()),
                        cpu));
        lines.add(
                new Line(
                        String.format(Locale.ROOT, "Lambda, %.1f ms of waiting (assumed)", waits),
                        waiting));
        lines.add(new Line("Lambda, calls", ListPrices.LAMBDA_REQUEST / batch));
        lines.add(
                new Line(
                        String.format(
                                Locale.ROOT,
                                "DynamoDB, %.2f write units a post",
                                measured.writeUnits()),
                        measured.writeUnits() * ListPrices.WRITE_UNIT));
        lines.add(
                new Line(
                        String.format(
                                Locale.ROOT,
                                "DynamoDB, %.2f read units a post",
                                measured.readUnits()),
                        measured.readUnits() * ListPrices.READ_UNIT));
        lines.add(
                new Line(
                        "SQS, a post a message, sent and taken by tens",
                        3 / 10.0 * ListPrices.SQS_REQUEST));
        lines.add(new Line("S3, an object of texts a call", ListPrices.S3_PUT / batch));
        lines.add(new Line("Logs", LOG_BYTES_PER_CALL / 1e9 * ListPrices.LOG_GIGABYTE / batch));
        out.println("  calls of " + batch + " posts");
        lines.forEach(
                line ->
                        out.printf(
                                Locale.ROOT,
                                "    %-48s $%.2f%n",
                                line.what(),
                                line.dollars() * MILLION));
        out.printf(
                Locale.ROOT,
                "    %-48s $%.2f (at most 2.50, aim 2.00)%n",
                "together",
                lines.stream().mapToDouble(Line::dollars).sum() * MILLION);
    }

    /**
     * @param dollars for a post
     */
    private record Line(String what, double dollars) {}

    private static Services services(Endpoints endpoints) {
        return new Services(
                Settings.of(
                        Map.of(
                                "AWS_REGION", endpoints.region(),
                                "AWS_ACCESS_KEY_ID", endpoints.accessKeyId(),
                                "AWS_SECRET_ACCESS_KEY", endpoints.secretAccessKey(),
                                "DYNAMODB_ENDPOINT", endpoints.dynamodb(),
                                "S3_ENDPOINT", endpoints.s3(),
                                "SQS_ENDPOINT", endpoints.sqs(),
                                "TABLE_NAME", table(endpoints),
                                "VAULT_BUCKET", bucket(endpoints))),
                InstantSource.system());
    }

    private static String table(Endpoints endpoints) {
        return endpoints.tables().getOrDefault("main", "");
    }

    private static String bucket(Endpoints endpoints) {
        return endpoints.buckets().getOrDefault("vault", "");
    }

    /** The posts function over services, and posts that are new each time. */
    private final class Posts {
        private final AnalysePosts analyse;
        private final Services services;
        private int made;

        Posts(TextReader reader, Services services) {
            InstantSource clock = InstantSource.system();
            services.brandStore().put(WORKSPACE, Brand.named("acme", "Acme"));
            this.services = services;
            this.analyse =
                    new AnalysePosts(
                            new PostReader(new Pseudonymiser(new byte[32])),
                            new PostReadings(reader, clock),
                            new Brands(services.brandStore()),
                            services.analysisStore(),
                            new Departures(
                                    services.analysisStore(),
                                    services.authorPosts(),
                                    services.authorEnds(),
                                    services.authorScores()),
                            services.textVault(),
                            new Parking(services.parkedStore(), "sqs"));
        }

        /** Handles that many posts in calls of {@code batch}; all in one if that is 0. */
        Measured measure(int batch, int posts) {
            services.takeUnits();
            long cpu = cpuNanos();
            int size = batch == 0 ? posts : batch;
            for (int done = 0; done < posts; done += size) {
                List<Outcome> outcomes = analyse.handle(messages(size));
                if (outcomes.stream().anyMatch(Outcome.Retry.class::isInstance)) {
                    throw new IllegalStateException("a message was not handled: " + outcomes);
                }
            }
            double millis = (cpuNanos() - cpu) / 1e6;
            Services.Units units = services.takeUnits();
            return new Measured(millis / posts, units.written() / posts, units.read() / posts);
        }

        private List<PostMessage> messages(int count) {
            var messages = new ArrayList<PostMessage>();
            Instant now = Instant.now();
            for (int i = 0; i < count; i++) {
                int number = made++;
                String text =
                        "Acme: "
                                + texts.get(number % texts.size())
                                        .replaceAll("[\\\\\"\\p{Cc}]", " ");
                String body =
                        String.format(
                                Locale.ROOT,
                                "{\"id\":\"%d\",\"platform\":\"x\",\"text\":\"%s\",\"createdAt\":\"%s\","
                                        + "\"language\":\"en\",\"author\":{\"id\":\"%d\",\"followers\":%d,"
                                        + "\"following\":120,\"posts\":900},\"engagement\":{\"likes\":3,"
                                        + "\"replies\":1,\"reposts\":0}}",
                                1_800_000_000_000_000_000L + number,
                                text,
                                now,
                                number % 5_000,
                                100 + number % 900);
                messages.add(new PostMessage("m" + number, WORKSPACE, Optional.empty(), body, now));
            }
            return messages;
        }
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
