package dev.earshot.local.template;

import dev.earshot.local.template.CloudTemplate.BucketTrigger;
import dev.earshot.local.template.CloudTemplate.Function;
import dev.earshot.local.template.CloudTemplate.QueueTrigger;
import dev.earshot.local.template.CloudTemplate.ScheduleTrigger;

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
    private static final int DEFAULT_RETRIES = 2;
    private static final int DEFAULT_BATCH = 10;
    private static final int DEFAULT_CONCURRENCY = 1000;

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
        List<BucketTrigger> buckets = new ArrayList<>();
        List<ScheduleTrigger> schedules = new ArrayList<>();
        node.at("Events")
                .entries()
                .forEach(
                        (name, event) -> {
                            Node properties = event.at("Properties");
                            String type = event.at("Type").text();
                            switch (type) {
                                case "SQS" -> queues.add(queueTrigger(properties));
                                case "S3" -> buckets.add(bucketTrigger(name, properties));
                                case "Schedule" -> schedules.add(schedule(name, event, properties));
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
        Node invoke = node.at("EventInvokeConfig");
        Node failure = invoke.at("DestinationConfig").at("OnFailure");
        if (failure.present() && !failure.at("Type").text().equals("SQS")) {
            throw new TemplateException(
                    failure.path()
                            + ": only SQS destinations are known, not "
                            + failure.at("Type").text());
        }
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
                buckets,
                schedules,
                invoke.at("MaximumRetryAttempts").integer(DEFAULT_RETRIES),
                failure.at("Destination").optionalText().orElse(null));
    }

    private int or(Node node, String property, int otherwise) {
        return node.at(property).integer(globals.at(property).integer(otherwise));
    }

    private static QueueTrigger queueTrigger(Node properties) {
        return new QueueTrigger(
                properties.at("Queue").text(),
                properties.at("BatchSize").integer(DEFAULT_BATCH),
                properties.at("FunctionResponseTypes").items().stream()
                        .anyMatch(type -> type.text().equals("ReportBatchItemFailures")),
                properties
                        .at("ScalingConfig")
                        .at("MaximumConcurrency")
                        .integer(DEFAULT_CONCURRENCY));
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

    private static BucketTrigger bucketTrigger(String name, Node properties) {
        String prefix = "";
        String suffix = "";
        for (Node rule : properties.at("Filter").at("S3Key").at("Rules").items()) {
            String rulesName = rule.at("Name").text();
            switch (rulesName) {
                case "prefix" -> prefix = rule.at("Value").text();
                case "suffix" -> suffix = rule.at("Value").text();
                default ->
                        throw new TemplateException(
                                rule.path()
                                        + ".Name must be prefix or suffix, but is "
                                        + rulesName);
            }
        }
        return new BucketTrigger(
                name,
                properties.at("Bucket").text(),
                properties.at("Events").items().stream().map(Node::text).toList(),
                prefix,
                suffix);
    }
}
