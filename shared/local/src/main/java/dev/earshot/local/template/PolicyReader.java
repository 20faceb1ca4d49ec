package dev.earshot.local.template;

import dev.earshot.local.permission.LeadingKeys;
import dev.earshot.local.permission.LeadingKeys.Quantifier;
import dev.earshot.local.permission.Policy;
import dev.earshot.local.permission.Statement;
import dev.earshot.local.permission.Statement.Effect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the policies of the roles that functions and workers have. */
final class PolicyReader {
    private final Map<String, List<Node>> documents = new HashMap<>();
    private final Map<String, String> roles = new LinkedHashMap<>();

    /** A role with its inline policies. */
    void role(String name, Node node) {
        Node managed = node.at("ManagedPolicyArns");
        if (managed.present()) {
            throw new TemplateException(
                    managed.path() + ": the embedded cloud does not know managed policies");
        }
        for (Node policy : node.at("Policies").items()) {
            add(name, policy);
        }
    }

    /** A policy that names its role. */
    void rolePolicy(Node node) {
        add(node.at("RoleName").text(), node);
    }

    private void add(String role, Node policy) {
        documents.computeIfAbsent(role, name -> new ArrayList<>()).add(policy.at("PolicyDocument"));
    }

    /**
     * Who has a role.
     *
     * @param property holds the role's ARN
     */
    void caller(String id, Node node, String property) {
        if (node.at("Policies").present()) {
            throw new TemplateException(
                    node.path() + ".Policies: the embedded cloud reads the policies of roles");
        }
        String arn = node.at(property).text("");
        roles.put(id, arn.substring(arn.indexOf('/') + 1));
    }

    /** What each caller may do. */
    Map<String, Policy> byCaller() {
        Map<String, Policy> policies = new LinkedHashMap<>();
        roles.forEach(
                (id, role) ->
                        policies.put(
                                id,
                                new Policy(
                                        documents.getOrDefault(role, List.of()).stream()
                                                .flatMap(
                                                        each ->
                                                                each
                                                                        .at("Statement")
                                                                        .items()
                                                                        .stream())
                                                .map(PolicyReader::statement)
                                                .toList())));
        return policies;
    }

    private static Statement statement(Node node) {
        String effect = node.at("Effect").text();
        List<LeadingKeys> conditions = new ArrayList<>();
        node.at("Condition")
                .entries()
                .forEach(
                        (operator, keys) ->
                                keys.entries()
                                        .forEach(
                                                (key, values) ->
                                                        conditions.add(
                                                                condition(operator, key, values))));
        return new Statement(
                effect.equals("Deny") ? Effect.DENY : Effect.ALLOW,
                texts(node.at("Action")),
                texts(node.at("Resource")),
                conditions);
    }

    private static LeadingKeys condition(String operator, String key, Node values) {
        if (key.equals("dynamodb:LeadingKeys")) {
            switch (operator) {
                case "ForAllValues:StringLike" -> {
                    return new LeadingKeys(Quantifier.ALL, texts(values));
                }
                case "ForAnyValue:StringLike" -> {
                    return new LeadingKeys(Quantifier.ANY, texts(values));
                }
                default -> {}
            }
        }
        throw new TemplateException(
                values.path() + ": the embedded cloud does not know this condition");
    }

    private static List<String> texts(Node node) {
        return node.items().stream().map(Node::text).toList();
    }
}
