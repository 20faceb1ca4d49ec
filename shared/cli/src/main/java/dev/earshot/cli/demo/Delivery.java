package dev.earshot.cli.demo;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostEvent;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.local.Clients;
import dev.earshot.local.Endpoints;
import dev.earshot.wire.PostReader;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sends the sample as any client of AWS would, and says what results to expect. Stateless. */
final class Delivery {
    private static final int BATCH = 10;

    private Delivery() {}

    /**
     * The results to expect once the sample is analysed.
     *
     * @param records published posts, counting each duplicate and edit
     * @param live ids that must have a result
     * @param removed ids that must have none
     * @param refused records that must be parked
     */
    record Expected(int records, Set<PostId> live, Set<PostId> removed, int refused) {
        long platforms() {
            return live.stream().map(PostId::platform).distinct().count();
        }
    }

    /** Reads the sample just as the function will. */
    static Expected expected(Sample sample, Instant now) {
        var reader = new PostReader(new Pseudonymiser(new byte[32]));
        int records = 0;
        int refused = 0;
        Set<PostId> live = new LinkedHashSet<>();
        Set<PostId> removed = new LinkedHashSet<>();
        for (Sample.Message message : sample.messages()) {
            for (Decoded decoded :
                    reader.decode(
                            new PostMessage(
                                    "",
                                    new WorkspaceId("default"),
                                    message.source(),
                                    message.body(),
                                    now))) {
                switch (decoded) {
                    case Decoded.Event(PostEvent.Published published) -> {
                        records++;
                        live.add(published.id());
                    }
                    case Decoded.Event(PostEvent.Removed removal) -> removed.add(removal.id());
                    case Decoded.AuthorGone gone -> {}
                    case Decoded.AuthorBack back -> {}
                    case Decoded.Irrelevant irrelevant -> {}
                    case Decoded.Rejected rejected -> refused++;
                }
            }
        }
        live.removeAll(removed);
        return new Expected(records, live, removed, refused);
    }

    static void messages(Sample sample, Clients clients, Endpoints endpoints) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (Sample.Message message : sample.messages()) {
            var entry =
                    SendMessageBatchRequestEntry.builder()
                            .id("m" + entries.size())
                            .messageBody(message.body());
            message.source()
                    .ifPresent(
                            source ->
                                    entry.messageAttributes(
                                            Map.of(
                                                    "source",
                                                    MessageAttributeValue.builder()
                                                            .dataType("String")
                                                            .stringValue(source)
                                                            .build())));
            entries.add(entry.build());
        }
        for (int from = 0; from < entries.size(); from += BATCH) {
            var batch = entries.subList(from, Math.min(entries.size(), from + BATCH));
            SendMessageBatchResponse sent =
                    clients.sqs()
                            .sendMessageBatch(
                                    request ->
                                            request.queueUrl(endpoints.queues().get("posts"))
                                                    .entries(batch));
            if (sent.hasFailed() && !sent.failed().isEmpty()) {
                throw new IllegalStateException(
                        "SQS refused a message: " + sent.failed().getFirst().message());
            }
        }
    }

    /** Uploads pictures and returns their keys, in order. */
    static List<String> pictures(
            List<Pictures.Picture> pictures, Clients clients, Endpoints endpoints) {
        List<String> keys = new ArrayList<>();
        for (Pictures.Picture picture : pictures) {
            String key = "media/demo/" + picture.name();
            clients.s3()
                    .putObject(
                            request -> request.bucket(endpoints.buckets().get("media")).key(key),
                            RequestBody.fromBytes(picture.bytes()));
            keys.add(key);
        }
        return keys;
    }
}
