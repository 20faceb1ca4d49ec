package dev.earshot.local.delivery;

import dev.earshot.local.server.ObjectChange;
import dev.earshot.local.template.CloudTemplate;

import software.amazon.awssdk.services.sqs.SqsClient;

import java.time.InstantSource;
import java.util.function.Consumer;

/** Announces changes of objects on the queues that their bucket names. Thread-safe. */
public final class ObjectNotifications implements Consumer<ObjectChange> {
    private final SqsClient sqs;
    private final CloudTemplate template;
    private final ObjectEvents events;
    private final InstantSource clock;

    /** Connects the template's buckets to its queues, which must exist before a change. */
    public ObjectNotifications(
            SqsClient sqs, CloudTemplate template, String region, InstantSource clock) {
        this.sqs = sqs;
        this.template = template;
        this.events = new ObjectEvents(region);
        this.clock = clock;
    }

    @Override
    public void accept(ObjectChange change) {
        for (CloudTemplate.Bucket bucket : template.buckets()) {
            if (bucket.name().equals(change.bucket())) {
                bucket.announcements().stream()
                        .filter(each -> each.matches(change.event(), change.key()))
                        .forEach(each -> announce(change, each));
            }
        }
    }

    private void announce(ObjectChange change, CloudTemplate.Announcement announcement) {
        String url = template.queueByArn(announcement.queueArn()).orElseThrow().url();
        String event = events.notification(change, announcement.event(), clock.instant());
        sqs.sendMessage(request -> request.queueUrl(url).messageBody(event));
    }
}
