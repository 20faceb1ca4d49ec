package dev.earshot.local.template;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Map;

/** The names, addresses and ARNs that resources have in the embedded cloud. */
final class PhysicalIds {
    private final Surroundings surroundings;
    private final Map<String, Resource> resources;
    private @Nullable Resolver resolver;

    PhysicalIds(Surroundings surroundings, Map<String, Resource> resources) {
        this.surroundings = surroundings;
        this.resources = resources;
    }

    /** Breaks a cycle: names may be computed by intrinsic functions that need names. */
    void resolveWith(Resolver names) {
        this.resolver = names;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** The value of {@code Ref}, as CloudFormation's reference defines it for each type. */
    String reference(String id, String path) {
        if (id.endsWith(".Alias")) {
            return attribute(id.substring(0, id.length() - ".Alias".length()), "Arn", path);
        }
        Resource resource = resource(id, path);
        return switch (resource.type()) {
            case "AWS::SQS::Queue" ->
                    surroundings.sqsEndpoint()
                            + "/"
                            + surroundings.account()
                            + "/"
                            + name(resource);
            case "AWS::SNS::Topic", "AWS::SecretsManager::Secret" -> attribute(id, "Arn", path);
            // As the gateway names itself to its functions.
            case "AWS::Serverless::HttpApi" -> "local";
            default -> name(resource);
        };
    }

    /** The value of {@code GetAtt}. */
    String attribute(String id, String attribute, String path) {
        Resource resource = resource(id, path);
        String name = name(resource);
        return switch (resource.type() + " " + attribute) {
            case "AWS::SQS::Queue Arn" -> surroundings.arn("sqs", name);
            case "AWS::SQS::Queue QueueName" -> name;
            case "AWS::SQS::Queue QueueUrl" -> reference(id, path);
            case "AWS::S3::Bucket Arn" -> "arn:aws:s3:::" + name;
            case "AWS::DynamoDB::Table Arn" -> surroundings.arn("dynamodb", "table/" + name);
            case "AWS::DynamoDB::Table StreamArn" ->
                    surroundings.arn("dynamodb", "table/" + name + "/stream/local");
            case "AWS::SNS::Topic Arn", "AWS::SNS::Topic TopicArn" -> surroundings.arn("sns", name);
            case "AWS::Events::EventBus Arn" -> surroundings.arn("events", "event-bus/" + name);
            case "AWS::SecretsManager::Secret Arn", "AWS::SecretsManager::Secret Id" ->
                    surroundings.arn("secretsmanager", "secret:" + name);
            case "AWS::Serverless::Function Arn" -> surroundings.arn("lambda", "function:" + name);
            case "AWS::IAM::Role Arn" -> surroundings.arn("iam", "role/" + name);
            case "AWS::Logs::LogGroup Arn" -> surroundings.arn("logs", "log-group:" + name + ":*");
            default ->
                    throw new TemplateException(
                            path
                                    + ": the embedded cloud does not know "
                                    + attribute
                                    + " of "
                                    + id
                                    + " ("
                                    + resource.type()
                                    + ")");
        };
    }

    String name(Resource resource) {
        String property =
                switch (resource.type()) {
                    case "AWS::SQS::Queue" -> "QueueName";
                    case "AWS::S3::Bucket" -> "BucketName";
                    case "AWS::DynamoDB::Table" -> "TableName";
                    case "AWS::SNS::Topic" -> "TopicName";
                    case "AWS::Serverless::Function" -> "FunctionName";
                    case "AWS::Logs::LogGroup" -> "LogGroupName";
                    case "AWS::IAM::Role" -> "RoleName";
                    default -> "Name";
                };
        Resolver names = resolver;
        if (names == null) {
            throw new IllegalStateException("resolveWith must be called first");
        }
        String path = resource.id() + "." + property;
        Object given = names.evaluate(resource.properties().get(property), path);
        return given != null
                ? String.valueOf(given)
                : surroundings.stack() + "-" + hyphenated(resource.id());
    }

    private Resource resource(String id, String path) {
        Resource resource = resources.get(id);
        if (resource == null) {
            throw new TemplateException(path + ": no parameter or resource is named " + id);
        }
        return resource;
    }

    private static String hyphenated(String id) {
        return id.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
