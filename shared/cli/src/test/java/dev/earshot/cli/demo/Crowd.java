package dev.earshot.cli.demo;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.post.Platform;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Intent;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.lambda.Services;
import dev.earshot.lambda.Settings;
import dev.earshot.local.Endpoints;
import dev.earshot.testkit.Posts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Tens of thousands of analysed posts over thirty days, committed as the posts function commits
 * them; no model reads anything. Seeded.
 */
final class Crowd {
    /** The brand that they are about. */
    static final String BRAND = "throng";

    private static final Duration SPAN = Duration.ofDays(30);

    /** One in so many may leave: of one page that is read, a handful. */
    private static final int RARE = 1_000;

    private static final int BATCH = 100;
    private static final int WRITERS = 4;

    private Crowd() {}

    /** Commits that many posts to the workspace of a running stack. */
    static void commit(Endpoints endpoints, WorkspaceId workspace, int posts, Instant now)
            throws Exception {
        AnalysisStore store =
                new Services(
                                Settings.of(
                                        Map.of(
                                                "AWS_REGION",
                                                endpoints.region(),
                                                "DYNAMODB_ENDPOINT",
                                                endpoints.dynamodb(),
                                                "AWS_ACCESS_KEY_ID",
                                                endpoints.accessKeyId(),
                                                "AWS_SECRET_ACCESS_KEY",
                                                endpoints.secretAccessKey(),
                                                "TABLE_NAME",
                                                String.valueOf(endpoints.tables().get("main")))),
                                InstantSource.system())
                        .analysisStore();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> batches = new ArrayList<>();
            for (int i = 0; i < posts; i += BATCH) {
                List<PostChange> batch = batch(workspace, i, Math.min(BATCH, posts - i), now);
                batches.add(writers.submit(() -> store.commit(workspace, batch)));
            }
            for (Future<?> each : batches) {
                each.get();
            }
        }
    }

    private static List<PostChange> batch(WorkspaceId workspace, int from, int count, Instant now) {
        var random = new Random(from);
        SentimentLabel[] labels = SentimentLabel.values();
        Platform[] platforms = Platform.values();
        // Messages hold posts of one time, as they do where posts arrive.
        Instant about = now.minusSeconds(random.nextLong(SPAN.toSeconds()));
        List<PostChange> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            changes.add(
                    new PostChange.Store(
                            Posts.post("crowd-" + (from + i))
                                    .in(workspace)
                                    .on(platforms[random.nextInt(platforms.length)])
                                    .at(about.minusSeconds(random.nextInt(3_600)))
                                    .with(
                                            random.nextInt(RARE) == 0
                                                    ? Posts.wanting(Intent.CHURN_RISK, 0.9, true)
                                                    : read(labels, random))
                                    .about(BRAND)
                                    .analysis()));
        }
        return changes;
    }

    private static Reading read(SentimentLabel[] labels, Random random) {
        Emotion[] emotions = Emotion.values();
        return Posts.read(
                labels[random.nextInt(labels.length)], emotions[random.nextInt(emotions.length)]);
    }
}
