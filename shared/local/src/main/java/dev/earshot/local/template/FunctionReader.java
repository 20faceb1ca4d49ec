package dev.earshot.local.template;

import dev.earshot.local.template.CloudTemplate.Function;
import dev.earshot.local.template.CloudTemplate.QueueTrigger;
import dev.earshot.local.template.CloudTemplate.ScheduleTrigger;
import dev.earshot.local.template.CloudTemplate.StreamTrigger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads functions with their events; a function's own properties override Globals. */
final class FunctionReader {
    // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html and SAM's defaults
    private static final int DEFAULT_TIMEOUT_SECONDS = 3;
    private static final int DEFAULT_MEMORY_MEGABYTES = 128;
    private static final int DEFAULT_BATCH = 10;
    private static final int DEFAULT_CONCURRENCY = 1000;
    private static final int DEFAULT_STREAM_BATCH = 100;

    private static final Pattern RATE =
            Pattern.compile("rate\\(([1-9][0-9]{0,5}) (minute|hour|day)s?\\)");

    private final PhysicalIds ids;
    private final Node globals;
    private final List<ApiEvent> routes = new ArrayList<>();

    FunctionReader(PhysicalIds ids, Node globals) {
        this.ids = ids;
        this.globals = globals.at("Function");
    }

    /** A route whose authorizer is not resolved yet. */
    record ApiEvent(String functionId, Node properties) {}

    List<ApiEvent> routes() {
        return List.copyOf(routes);
    }

    Function read(Resource resource, Node node) {
        boolean image = node.at("PackageType").text("Zip").equals("Image");
        String handler =
                image
                        ? node.at("ImageConfig").at("Command").items().stream()
                                .findFirst()
                                .orElseThrow(
                                        () ->
                                                new TemplateException(
                                                        resource.id()
                                                                + ".ImageConfig.Command must name"
                                                                + " the handler"))
                                .text()
                        : node.at("Handler").text();
        Map<String, String> environment = new LinkedHashMap<>();
        for (Node source : List.of(globals, node)) {
            source.at("Environment")
                    .at("Variables")
                    .entries()
                    .forEach((name, value) -> environment.put(name, value.text()));
        }
        List<QueueTrigger> queues = new ArrayList<>();
        List<ScheduleTrigger> schedules = new ArrayList<>();
        List<StreamTrigger> streams = new ArrayList<>();
        node.at("Events")
                .entries()
                .forEach(
                        (name, event) -> {
                            Node properties = event.at("Properties");
                            String type = event.at("Type").text();
                            switch (type) {
                                case "SQS" -> queues.add(queueTrigger(properties));
                                case "Schedule" -> schedules.add(schedule(name, event, properties));
                                case "DynamoDB" -> streams.add(streamTrigger(properties));
                                case "HttpApi" ->
                                        routes.add(new ApiEvent(resource.id(), properties));
                                default ->
                                        throw new TemplateException(
                                                event.path()
                                                        + ": the embedded cloud cannot fire a"
                                                        + " trigger of type "
                                                        + type);
                            }
                        });
        return new Function(
                resource.id(),
                ids.name(resource),
                ids.attribute(resource.id(), "Arn", resource.id()),
                handler,
                image,
                or(node, "MemorySize", DEFAULT_MEMORY_MEGABYTES),
                or(node, "Timeout", DEFAULT_TIMEOUT_SECONDS),
                environment,
                node.at("VersionDescription").text(""),
                queues,
                schedules,
                streams);
    }

    private int or(Node node, String property, int otherwise) {
        return node.at(property).integer(globals.at(property).integer(otherwise));
    }

    /**
     * A batch of more than ten messages takes several receives, which AWS makes in a window alone.
     */
    private static QueueTrigger queueTrigger(Node properties) {
        if (properties.at("BatchSize").integer(DEFAULT_BATCH) > DEFAULT_BATCH
                && properties.at("MaximumBatchingWindowInSeconds").integer(0) < 1) {
            throw new TemplateException(
                    properties.path()
                            + ".MaximumBatchingWindowInSeconds must be 1 or more where BatchSize is"
                            + " over 10");
        }
        return new QueueTrigger(
                properties.at("Queue").text(),
                properties.at("BatchSize").integer(DEFAULT_BATCH),
                partialResponses(properties),
                properties
                        .at("ScalingConfig")
                        .at("MaximumConcurrency")
                        .integer(DEFAULT_CONCURRENCY));
    }

    private static boolean partialResponses(Node properties) {
        return properties.at("FunctionResponseTypes").items().stream()
                .anyMatch(type -> type.text().equals("ReportBatchItemFailures"));
    }

    /**
     * @see <a
     *     href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-dynamodb.html">properties</a>
     */
    private static StreamTrigger streamTrigger(Node properties) {
        return new StreamTrigger(
                properties.at("Stream").text(),
                properties.at("BatchSize").integer(DEFAULT_STREAM_BATCH),
                properties.at("StartingPosition").text().equals("TRIM_HORIZON"),
                partialResponses(properties),
                properties.at("MaximumRetryAttempts").integer(-1),
                properties
                        .at("DestinationConfig")
                        .at("OnFailure")
                        .at("Destination")
                        .optionalText()
                        .orElse(null),
                properties.at("FilterCriteria").at("Filters").items().stream()
                        .map(filter -> filter.at("Pattern").text())
                        .toList());
    }

    /**
     * @see <a
     *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html">rates</a>
     */
    private static ScheduleTrigger schedule(String name, Node event, Node properties) {
        String written = properties.at("Schedule").text();
        Matcher rate = RATE.matcher(written);
        if (!rate.matches()) {
            throw new TemplateException(
                    event.path() + ": the embedded cloud fires rate(...) alone, not " + written);
        }
        long value = Long.parseLong(rate.group(1));
        Duration every =
                switch (rate.group(2)) {
                    case "minute" -> Duration.ofMinutes(value);
                    case "hour" -> Duration.ofHours(value);
                    default -> Duration.ofDays(value);
                };
        return new ScheduleTrigger(name, every, properties.at("Input").optionalText().orElse(null));
    }
}
