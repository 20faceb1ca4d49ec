package dev.earshot.local.template;

import dev.earshot.local.template.CloudTemplate.Bucket;
import dev.earshot.local.template.CloudTemplate.Function;
import dev.earshot.local.template.CloudTemplate.Queue;
import dev.earshot.local.template.CloudTemplate.Table;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a SAM template into {@link CloudTemplate}: conditions are evaluated, parameters take their
 * defaults unless overridden, loops are expanded, and a trigger that the embedded cloud cannot fire
 * is refused, never dropped. Thread-safe: holds no state.
 */
public final class TemplateReader {
    private TemplateReader() {}

    /** Reads a file. */
    public static CloudTemplate read(
            Path file, Map<String, String> parameters, Surroundings surroundings)
            throws IOException {
        return read(
                Files.readString(file), file.getFileName().toString(), parameters, surroundings);
    }

    /**
     * Reads text.
     *
     * @param source the text's name in error messages
     * @param parameters overrides of the template's defaults; an unknown name is refused
     */
    public static CloudTemplate read(
            String text, String source, Map<String, String> parameters, Surroundings surroundings) {
        Map<String, Object> root = CloudFormationYaml.load(text, source);
        Map<String, Object> values = parameters(section(root, "Parameters"), parameters);
        ForEach loops = new ForEach(root.get("Transform"), values);
        Map<String, Resource> resources = resources(loops.expand(section(root, "Resources")));
        PhysicalIds ids = new PhysicalIds(surroundings, resources);
        Resolver resolver =
                new Resolver(
                        values,
                        section(root, "Mappings"),
                        loops.expand(section(root, "Conditions")),
                        ids);
        ids.resolveWith(resolver);
        return new Reading(
                        resolver,
                        ids,
                        resources,
                        new Node(resolver, "Globals", root.get("Globals")))
                .template();
    }

    private static Map<String, Object> section(Map<String, Object> root, String name) {
        Object section = root.getOrDefault(name, Map.of());
        if (section instanceof Map<?, ?> map) {
            return CloudFormationYaml.keyed(map);
        }
        throw new TemplateException(name + " must be a mapping");
    }

    private static Map<String, Object> parameters(
            Map<String, Object> declared, Map<String, String> overrides) {
        for (String name : overrides.keySet()) {
            if (!declared.containsKey(name)) {
                throw new TemplateException("the template has no parameter " + name);
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        declared.forEach(
                (name, raw) -> {
                    if (!(raw instanceof Map<?, ?> declaration)) {
                        throw new TemplateException("Parameters." + name + " must be a mapping");
                    }
                    Object value =
                            overrides.containsKey(name)
                                    ? overrides.get(name)
                                    : declaration.get("Default");
                    if (value == null) {
                        throw new TemplateException(
                                "parameter " + name + " has no default: give it");
                    }
                    boolean list =
                            String.valueOf(declaration.get("Type")).startsWith("List")
                                    || "CommaDelimitedList".equals(declaration.get("Type"));
                    values.put(name, list ? List.of(String.valueOf(value).split(",", -1)) : value);
                });
        return values;
    }

    private static Map<String, Resource> resources(Map<String, Object> section) {
        Map<String, Resource> resources = new LinkedHashMap<>();
        section.forEach(
                (id, raw) -> {
                    if (!(raw instanceof Map<?, ?> map)
                            || !(map.get("Type") instanceof String type)) {
                        throw new TemplateException("Resources." + id + " must have a Type");
                    }
                    Map<String, Object> properties =
                            map.get("Properties") instanceof Map<?, ?> given
                                    ? CloudFormationYaml.keyed(given)
                                    : new LinkedHashMap<>();
                    if (map.get("Condition") instanceof String condition) {
                        properties.put(Reading.CONDITION, condition);
                    }
                    resources.put(id, new Resource(id, type, properties));
                });
        return resources;
    }

    /** One pass over the resources. */
    private static final class Reading {
        static final String CONDITION = "\0condition";

        private final Resolver resolver;
        private final PhysicalIds ids;
        private final Map<String, Resource> resources;
        private final Node globals;

        Reading(Resolver resolver, PhysicalIds ids, Map<String, Resource> resources, Node globals) {
            this.resolver = resolver;
            this.ids = ids;
            this.resources = resources;
            this.globals = globals;
        }

        CloudTemplate template() {
            List<Queue> queues = new ArrayList<>();
            List<Bucket> buckets = new ArrayList<>();
            List<Table> tables = new ArrayList<>();
            List<Function> functions = new ArrayList<>();
            List<CloudTemplate.Worker> workers = new ArrayList<>();
            PolicyReader policies = new PolicyReader();
            FunctionReader functionReader = new FunctionReader(ids, globals);
            Resource api = null;
            for (Resource resource : resources.values()) {
                if (resource.properties().get(CONDITION) instanceof String condition
                        && !resolver.condition(condition)) {
                    continue;
                }
                Node node = new Node(resolver, resource.id(), resource.properties());
                switch (resource.type()) {
                    case "AWS::SQS::Queue" -> queues.add(queue(resource, node));
                    case "AWS::S3::Bucket" -> buckets.add(bucket(resource, node));
                    case "AWS::DynamoDB::Table" -> tables.add(table(resource, node));
                    case "AWS::Serverless::Function" -> {
                        functions.add(functionReader.read(resource, node));
                        policies.caller(resource.id(), node, "Role");
                    }
                    case "AWS::ECS::TaskDefinition" -> {
                        workers.add(worker(resource, node));
                        policies.caller(resource.id(), node, "TaskRoleArn");
                    }
                    case "AWS::IAM::Role" -> policies.role(ids.name(resource), node);
                    case "AWS::IAM::RolePolicy" -> policies.rolePolicy(node);
                    case "AWS::Serverless::HttpApi" -> {
                        if (api != null) {
                            throw new TemplateException(
                                    "the embedded cloud runs one HTTP API, but "
                                            + api.id()
                                            + " and "
                                            + resource.id()
                                            + " are declared");
                        }
                        api = resource;
                    }
                    default -> refuseTrigger(resource);
                }
            }
            return new CloudTemplate(
                    queues,
                    buckets,
                    tables,
                    functions,
                    workers,
                    api(api, functionReader.routes()),
                    policies.byCaller());
        }

        private Bucket bucket(Resource resource, Node node) {
            Node notifications = node.at("NotificationConfiguration");
            for (String other : List.of("LambdaConfigurations", "TopicConfigurations")) {
                if (notifications.at(other).present()) {
                    throw new TemplateException(
                            notifications.path()
                                    + ": the embedded cloud announces objects on queues, not by "
                                    + other);
                }
            }
            return new Bucket(
                    resource.id(),
                    ids.name(resource),
                    node.at("VersioningConfiguration").at("Status").text("").equals("Enabled"),
                    notifications.at("QueueConfigurations").items().stream()
                            .map(Reading::announcement)
                            .toList());
        }

        private static CloudTemplate.Announcement announcement(Node node) {
            String prefix = "";
            String suffix = "";
            for (Node rule : node.at("Filter").at("S3Key").at("Rules").items()) {
                String name = rule.at("Name").text();
                switch (name) {
                    case "prefix" -> prefix = rule.at("Value").text();
                    case "suffix" -> suffix = rule.at("Value").text();
                    default ->
                            throw new TemplateException(
                                    rule.path() + ".Name must be prefix or suffix, but is " + name);
                }
            }
            return new CloudTemplate.Announcement(
                    node.at("Queue").text(), node.at("Event").text(), prefix, suffix);
        }

        private static CloudTemplate.Worker worker(Resource resource, Node node) {
            Map<String, String> environment = new LinkedHashMap<>();
            node.at("ContainerDefinitions").items().stream()
                    .limit(1)
                    .flatMap(container -> container.at("Environment").items().stream())
                    .forEach(
                            variable ->
                                    environment.put(
                                            variable.at("Name").text(),
                                            variable.at("Value").text()));
            return new CloudTemplate.Worker(resource.id(), environment);
        }

        private Optional<CloudTemplate.Api> api(
                @Nullable Resource api, List<FunctionReader.ApiEvent> events) {
            return api == null
                    ? Optional.empty()
                    : Optional.of(
                            ApiReader.read(
                                    api.id(),
                                    new Node(resolver, api.id(), api.properties()),
                                    events));
        }

        private static void refuseTrigger(Resource resource) {
            switch (resource.type()) {
                case "AWS::Lambda::EventSourceMapping",
                        "AWS::Events::Rule",
                        "AWS::Scheduler::Schedule",
                        "AWS::Lambda::Function",
                        "AWS::Serverless::Api",
                        "AWS::ApiGatewayV2::Api" ->
                        throw new TemplateException(
                                resource.id()
                                        + ": the embedded cloud cannot run "
                                        + resource.type());
                default -> {}
            }
        }

        private Queue queue(Resource resource, Node node) {
            Map<String, String> attributes = new LinkedHashMap<>();
            for (String name :
                    List.of(
                            "VisibilityTimeout",
                            "MessageRetentionPeriod",
                            "DelaySeconds",
                            "ReceiveMessageWaitTimeSeconds")) {
                node.at(name).optionalText().ifPresent(value -> attributes.put(name, value));
            }
            Node redrive = node.at("RedrivePolicy");
            if (redrive.present()) {
                attributes.put(
                        "RedrivePolicy",
                        "{\"deadLetterTargetArn\":\""
                                + redrive.at("deadLetterTargetArn").text()
                                + "\",\"maxReceiveCount\":\""
                                + redrive.at("maxReceiveCount").integer(0)
                                + "\"}");
            }
            return new Queue(
                    resource.id(),
                    ids.name(resource),
                    ids.reference(resource.id(), resource.id()),
                    ids.attribute(resource.id(), "Arn", resource.id()),
                    attributes);
        }

        private Table table(Resource resource, Node node) {
            Node local = node.at("LocalSecondaryIndexes");
            if (local.present()) {
                throw new TemplateException(
                        local.path() + ": the embedded cloud makes no local indexes yet");
            }
            Map<String, String> types = new LinkedHashMap<>();
            for (Node attribute : node.at("AttributeDefinitions").items()) {
                types.put(
                        attribute.at("AttributeName").text(), attribute.at("AttributeType").text());
            }
            Node lifetime = node.at("TimeToLiveSpecification");
            return new Table(
                    resource.id(),
                    ids.name(resource),
                    ids.attribute(resource.id(), "StreamArn", resource.id()),
                    keys(node),
                    types,
                    node.at("GlobalSecondaryIndexes").items().stream().map(Reading::index).toList(),
                    node.at("StreamSpecification").at("StreamViewType").optionalText().orElse(null),
                    lifetime.at("Enabled").flag(false)
                            ? lifetime.at("AttributeName").text()
                            : null);
        }

        private static CloudTemplate.Index index(Node node) {
            Node carried = node.at("Projection");
            String kind = carried.at("ProjectionType").text();
            if (!kind.equals("INCLUDE")) {
                throw new TemplateException(
                        carried.path()
                                + ": the embedded cloud makes indexes of type INCLUDE alone");
            }
            return new CloudTemplate.Index(
                    node.at("IndexName").text(),
                    keys(node),
                    carried.at("NonKeyAttributes").items().stream().map(Node::text).toList());
        }

        private static List<String> keys(Node node) {
            return node.at("KeySchema").items().stream()
                    .map(key -> key.at("AttributeName").text())
                    .toList();
        }
    }
}
