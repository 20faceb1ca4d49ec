package dev.earshot.analyzeposts;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

import dev.earshot.core.Outcome;
import dev.earshot.lambda.MetricLine;
import dev.earshot.lambda.Services;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a call did, as metrics of the namespace {@code Earshot/Posts} by function: {@code posts}
 * that were stored for the first time, {@code verdicts} and {@code abstentions} among them, {@code
 * retried} and {@code parked} messages, {@code age} of the oldest message in seconds, {@code
 * writeUnits} and {@code readUnits} that DynamoDB has billed. The line also names the revision of
 * the model, which is no metric. Thread-safe.
 */
final class PostMetrics {
    private static final String SENT = "SentTimestamp";

    private final CountedStore store;
    private final Supplier<Services.Units> consumed;
    private final InstantSource clock;

    PostMetrics(CountedStore store, Supplier<Services.Units> consumed, InstantSource clock) {
        this.store = store;
        this.consumed = consumed;
        this.clock = clock;
    }

    /** The metrics of a call that has ended. */
    MetricLine of(String function, List<SQSMessage> messages, List<Outcome> outcomes) {
        CountedStore.Counted counted = store.take();
        Services.Units units = consumed.get();
        Instant now = clock.instant();
        return new MetricLine("Earshot/Posts", now)
                .by("function", function)
                .saying("model", counted.revision())
                .with("posts", "Count", (double) (counted.verdicts() + counted.abstentions()))
                .with("verdicts", "Count", (double) counted.verdicts())
                .with("abstentions", "Count", (double) counted.abstentions())
                .with("retried", "Count", count(outcomes, Outcome.Retry.class))
                .with("parked", "Count", count(outcomes, Outcome.Poison.class))
                .with("age", "Seconds", age(messages, now))
                .with("writeUnits", "Count", units.written())
                .with("readUnits", "Count", units.read());
    }

    /** Zero where no message says when it was sent, as in a call by hand. */
    private static double age(List<SQSMessage> messages, Instant now) {
        return messages.stream()
                .map(SQSMessage::getAttributes)
                .filter(attributes -> attributes != null && attributes.containsKey(SENT))
                .map(attributes -> attributes.getOrDefault(SENT, ""))
                .filter(sent -> sent.matches("[0-9]{1,15}"))
                .mapToDouble(sent -> seconds(Long.parseLong(sent), now))
                .max()
                .orElse(0);
    }

    private static double seconds(long sentMillis, Instant now) {
        Duration age = Duration.between(Instant.ofEpochMilli(sentMillis), now);
        return Math.max(0, age.toMillis() / 1e3);
    }

    private static double count(List<Outcome> outcomes, Class<? extends Outcome> kind) {
        return outcomes.stream().filter(kind::isInstance).count();
    }
}
