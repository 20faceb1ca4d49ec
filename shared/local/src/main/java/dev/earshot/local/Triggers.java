package dev.earshot.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.earshot.local.delivery.QueuePoller;
import dev.earshot.local.delivery.Schedule;
import dev.earshot.local.delivery.StreamFilter;
import dev.earshot.local.delivery.StreamPoller;
import dev.earshot.local.server.Invocable;
import dev.earshot.local.template.CloudTemplate;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Starts what calls the functions: queues, streams and schedules. A stop stops each of them. */
final class Triggers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Clients clients;
    private final CloudTemplate template;
    private final String region;
    private final @Nullable Path folder;
    private final Closing closing;

    /**
     * @param folder where it is kept how far streams were read, or null for tables in memory
     */
    Triggers(
            Clients clients,
            CloudTemplate template,
            String region,
            @Nullable Path folder,
            Closing closing) {
        this.clients = clients;
        this.template = template;
        this.region = region;
        this.folder = folder;
        this.closing = closing;
    }

    QueuePoller queue(
            CloudTemplate.Function declared,
            CloudTemplate.QueueTrigger trigger,
            int concurrency,
            Invocable function) {
        CloudTemplate.Queue queue = template.queueByArn(trigger.queueArn()).orElseThrow();
        QueuePoller poller =
                QueuePoller.start(
                        clients.sqs(),
                        new QueuePoller.Source(
                                declared.name(),
                                queue.url(),
                                queue.arn(),
                                region,
                                trigger.batchSize(),
                                trigger.partialResponses(),
                                Math.min(trigger.maximumConcurrency(), concurrency)),
                        function);
        closing.delivery(declared.name(), poller::stop, poller::close);
        return poller;
    }

    void schedule(
            CloudTemplate.Function declared,
            CloudTemplate.ScheduleTrigger trigger,
            Invocable function,
            InstantSource clock) {
        Schedule schedule =
                Schedule.start(
                        new Schedule.Source(
                                declared.name(), EmbeddedCloud.ACCOUNT, region, trigger),
                        function,
                        clock);
        closing.delivery(declared.name(), schedule::stop, schedule::close);
    }

    void stream(
            CloudTemplate.Function declared,
            CloudTemplate.StreamTrigger trigger,
            Invocable function) {
        CloudTemplate.Table table = template.tableByStreamArn(trigger.streamArn()).orElseThrow();
        String latest =
                clients.dynamoDb()
                        .describeTable(request -> request.tableName(table.name()))
                        .table()
                        .latestStreamArn();
        StreamPoller poller =
                StreamPoller.start(
                        clients.streams(),
                        new StreamPoller.Source(
                                declared.name(),
                                latest,
                                region,
                                trigger.batchSize(),
                                trigger.fromStart(),
                                trigger.partialResponses(),
                                trigger.retries(),
                                new StreamFilter(trigger.patterns()),
                                (event, cause) -> giveUp(declared, trigger, event, cause)),
                        function,
                        progress(declared.name()));
        closing.delivery(declared.name(), poller::stop, poller::close);
    }

    /** What Lambda sends of a batch that it gave up: where it is, not what is in it. */
    private void giveUp(
            CloudTemplate.Function declared,
            CloudTemplate.StreamTrigger trigger,
            byte[] event,
            Exception cause) {
        if (trigger.failureQueueArn() == null) {
            return;
        }
        ObjectNode report = JSON.createObjectNode();
        report.putObject("requestContext")
                .put("functionArn", declared.arn())
                .put("condition", "RetryAttemptsExhausted")
                .put("approximateInvokeCount", trigger.retries() + 1);
        report.putObject("responseContext").put("functionError", String.valueOf(cause));
        try {
            JsonNode records = JSON.readTree(event).path("Records");
            JsonNode last = records.path(records.size() - 1);
            report.putObject("DDBStreamBatchInfo")
                    .put("batchSize", records.size())
                    .put("streamArn", last.path("eventSourceARN").asText())
                    .put("startSequenceNumber", records.at("/0/dynamodb/SequenceNumber").asText())
                    .put("endSequenceNumber", last.at("/dynamodb/SequenceNumber").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String url = template.queueByArn(trigger.failureQueueArn()).orElseThrow().url();
        clients.sqs().sendMessage(request -> request.queueUrl(url).messageBody(report.toString()));
    }

    private StreamPoller.Progress progress(String function) {
        Path file = folder == null ? null : folder.resolve("stream-" + function + ".json");
        return new StreamPoller.Progress() {
            @Override
            public Map<String, String> load() {
                Map<String, String> handled = new HashMap<>();
                if (file != null && Files.exists(file)) {
                    try {
                        JSON.readTree(file.toFile())
                                .properties()
                                .forEach(
                                        each ->
                                                handled.put(
                                                        each.getKey(), each.getValue().asText()));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
                return handled;
            }

            @Override
            public void save(Map<String, String> handled) {
                if (file != null) {
                    try {
                        OwnerOnly.write(
                                file,
                                new String(
                                        JSON.writeValueAsBytes(handled), StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        };
    }
}
