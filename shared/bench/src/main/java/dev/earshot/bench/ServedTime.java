package dev.earshot.bench;

import dev.earshot.local.EmbeddedCloud;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** Time from sending a post to SQS until the HTTP API serves its result, one post after another. */
final class ServedTime {
    private static final int POSTS = 200;
    private static final int WARM_UP = 20;
    private static final long POLL_NANOS = 2_000_000L;
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private ServedTime() {}

    static void print(PrintStream out) throws Exception {
        double[] millis = new double[POSTS];
        try (EmbeddedCloud cloud = UpTime.start();
                HttpClient http = HttpClient.newHttpClient()) {
            for (int i = -WARM_UP; i < POSTS; i++) {
                double took = served(cloud, http, "served-" + (i + WARM_UP));
                if (i >= 0) {
                    millis[i] = took;
                }
            }
        }
        Arrays.sort(millis);
        out.println("Post sent to answer served, " + POSTS + " posts");
        out.printf(
                Locale.ROOT,
                "  p50 %.0f ms   p95 %.0f ms   longest %.0f ms (p95 under 1,000 ms)%n%n",
                millis[POSTS / 2],
                millis[POSTS * 95 / 100],
                millis[POSTS - 1]);
    }

    private static double served(EmbeddedCloud cloud, HttpClient http, String id)
            throws IOException, InterruptedException {
        long started = System.nanoTime();
        cloud.clients()
                .sqs()
                .sendMessage(
                        request ->
                                request.queueUrl(cloud.endpoints().queues().get("posts"))
                                        .messageBody(
                                                "{\"id\":\""
                                                        + id
                                                        + "\",\"text\":\"The new phone"
                                                        + " is a joy, number "
                                                        + id
                                                        + "\"}"));
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(cloud.endpoints().api() + "/v1/posts/upload/" + id))
                        .header("x-api-key", cloud.endpoints().apiKey())
                        .build();
        while (http.send(request, BodyHandlers.discarding()).statusCode() != 200) {
            if (System.nanoTime() - started > PATIENCE_NANOS) {
                throw new IOException("post " + id + " has no result after 30 s");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return (System.nanoTime() - started) / 1e6;
    }
}
