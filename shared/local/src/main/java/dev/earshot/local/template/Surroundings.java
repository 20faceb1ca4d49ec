package dev.earshot.local.template;

import java.util.Objects;

/**
 * Where a template is deployed: the source of pseudo parameters and of resources' attributes.
 *
 * @param account the twelve digits of the account
 * @param region such as {@code eu-west-1}
 * @param stack name of the stack
 * @param sqsEndpoint address of the queue server without a trailing slash
 */
public record Surroundings(String account, String region, String stack, String sqsEndpoint) {
    public Surroundings {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(stack, "stack");
        if (sqsEndpoint.endsWith("/")) {
            throw new IllegalArgumentException("sqsEndpoint must not end in /: " + sqsEndpoint);
        }
    }

    String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
    }

    String pseudoParameter(String name) {
        return switch (name) {
            case "AWS::AccountId" -> account;
            case "AWS::Region" -> region;
            case "AWS::StackName" -> stack;
            case "AWS::StackId" -> arn("cloudformation", "stack/" + stack + "/local");
            case "AWS::Partition" -> "aws";
            case "AWS::URLSuffix" -> "amazonaws.com";
            default -> throw new TemplateException("unknown pseudo parameter " + name);
        };
    }
}
