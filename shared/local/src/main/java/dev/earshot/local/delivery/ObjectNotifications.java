package dev.earshot.local.delivery;

import dev.earshot.local.server.ObjectChange;
import dev.earshot.local.template.CloudTemplate;

import software.amazon.awssdk.services.sqs.SqsClient;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Turns changes of objects into events for the functions whose triggers match. Thread-safe. */
public final class ObjectNotifications implements Consumer<ObjectChange> {
    private final SqsClient sqs;
    private final List<CloudTemplate.Function> functions;
    private final Map<String, String> eventQueues;
    private final ObjectEvents events;
    private final InstantSource clock;

    /**
     * Connects buckets to functions.
     *
     * @param eventQueues logical name of a function to the queue in which its events wait
     */
    public ObjectNotifications(
            SqsClient sqs,
            List<CloudTemplate.Function> functions,
            Map<String, String> eventQueues,
            String region,
            InstantSource clock) {
        this.sqs = sqs;
        this.functions = List.copyOf(functions);
        this.eventQueues = Map.copyOf(eventQueues);
        this.events = new ObjectEvents(region);
        this.clock = clock;
    }

    @Override
    public void accept(ObjectChange change) {
        for (CloudTemplate.Function function : functions) {
            for (CloudTemplate.BucketTrigger trigger : function.bucketTriggers()) {
                String queue = eventQueues.get(function.id());
                if (queue != null
                        && trigger.matches(change.bucket(), change.event(), change.key())) {
                    String event = events.notification(change, trigger.id(), clock.instant());
                    sqs.sendMessage(request -> request.queueUrl(queue).messageBody(event));
                }
            }
        }
    }
}
