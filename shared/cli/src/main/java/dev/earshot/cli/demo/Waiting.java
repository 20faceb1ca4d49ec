package dev.earshot.cli.demo;

import dev.earshot.cli.api.ApiClient;
import dev.earshot.core.post.PostId;
import dev.earshot.local.Clients;
import dev.earshot.local.Endpoints;

import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Waits until the API shows that everything is analysed. Not thread-safe. */
final class Waiting {
    private static final Duration TIMEOUT = Duration.ofSeconds(150);
    private static final long POLL_NANOS = 25_000_000L;

    private final ApiClient api;
    private final Clients clients;
    private final Endpoints endpoints;
    private final long started = System.nanoTime();

    Waiting(ApiClient api, Clients clients, Endpoints endpoints) {
        this.api = api;
        this.clients = clients;
        this.endpoints = endpoints;
    }

    /** Until the queue of posts is empty, every live post answers, and no removed one does. */
    void posts(Delivery.Expected expected) throws IOException, InterruptedException {
        while (waiting("posts") > 0) {
            pause("messages on the posts queue: " + waiting("posts"));
        }
        Set<PostId> missing = new LinkedHashSet<>(expected.live());
        while (!missing.isEmpty()) {
            for (PostId id : List.copyOf(missing)) {
                if (api.find(path(id)).isPresent()) {
                    missing.remove(id);
                }
            }
            pause(missing.size() + " posts without a result, one of them " + first(missing));
        }
        for (PostId id : expected.removed()) {
            while (api.find(path(id)).isPresent()) {
                pause(id + " is still there although it was deleted");
            }
        }
    }

    /** Until every file answers. */
    void pictures(List<String> keys) throws IOException, InterruptedException {
        Set<String> missing = new LinkedHashSet<>(keys);
        while (!missing.isEmpty()) {
            for (String key : List.copyOf(missing)) {
                if (api.find(mediaPath(key)).isPresent()) {
                    missing.remove(key);
                }
            }
            pause(missing.size() + " pictures without a result, one of them " + first(missing));
        }
    }

    /** Until that many records are parked. */
    void parked(int count) throws IOException, InterruptedException {
        while (api.all("/v1/parked?limit=100", "items").size() < count) {
            pause("refused records that are not parked yet");
        }
    }

    /** Messages on a queue, including those in flight. */
    int waiting(String queue) {
        Map<QueueAttributeName, String> attributes =
                clients.sqs()
                        .getQueueAttributes(
                                request ->
                                        request.queueUrl(endpoints.queues().get(queue))
                                                .attributeNames(QueueAttributeName.ALL))
                        .attributes();
        return number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
                + number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
    }

    private static int number(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
        return Integer.parseInt(attributes.getOrDefault(name, "0"));
    }

    static String path(PostId id) {
        return "/v1/posts/" + id.platform().key() + "/" + ApiClient.encoded(id.nativeId());
    }

    static String mediaPath(String key) {
        return "/v1/media/" + ApiClient.encoded(key).replace("%2F", "/");
    }

    private static Object first(Collection<?> items) {
        return items.stream().findFirst().map(Object.class::cast).orElse("none");
    }

    private void pause(String what) throws IOException {
        if (System.nanoTime() - started > TIMEOUT.toNanos()) {
            throw new IOException("after " + TIMEOUT.toSeconds() + " s there are still " + what);
        }
        LockSupport.parkNanos(POLL_NANOS);
    }
}
