package dev.earshot.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The environment that {@code sam local} gives a function's container: the variables that the
 * template declares for it and no others, each from {@code --env-vars}, else from the caller's
 * shell, else as declared. An intrinsic function that is not a Ref becomes blank, as SAM leaves
 * what it can't resolve.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-using-invoke.html">sam
 *     local invoke</a>
 */
public final class SamEnvironment {
    private final Map<String, Object> template;
    private final JsonNode overrides;

    /**
     * @param template the SAM template
     * @param envVars the file of {@code --env-vars}
     */
    public SamEnvironment(Path template, Path envVars) throws IOException {
        this.template = CloudFormationYaml.load(Files.readString(template), "template.yaml");
        this.overrides = new ObjectMapper().readTree(envVars.toFile()).path("Parameters");
    }

    /** The names of the variables that {@code --env-vars} sets. */
    public Map<String, String> overrides() {
        Map<String, String> values = new LinkedHashMap<>();
        overrides.properties().forEach(each -> values.put(each.getKey(), each.getValue().asText()));
        return values;
    }

    /** The class and method that SAM starts for a function. */
    public String handler(String function) {
        Map<String, Object> properties = in(template, "Resources", function, "Properties");
        if (properties.get("Handler") instanceof String handler) {
            return handler;
        }
        if (in(properties, "ImageConfig").get("Command") instanceof List<?> command) {
            return String.valueOf(command.getFirst());
        }
        throw new IllegalArgumentException(function + " names no handler");
    }

    /** Variables that the template declares for a function, whatever their value. */
    public Map<String, Object> declared(String function) {
        Map<String, Object> declared =
                new LinkedHashMap<>(variables(in(template, "Globals", "Function")));
        declared.putAll(variables(in(template, "Resources", function, "Properties")));
        return declared;
    }

    /**
     * What the container has.
     *
     * @param shell the caller's own environment
     */
    public Map<String, String> of(String function, Map<String, String> shell) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("AWS_SAM_LOCAL", "true");
        for (String name :
                new String[] {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION"}) {
            environment.put(name, shell.getOrDefault(name, ""));
        }
        declared(function)
                .forEach(
                        (name, value) -> {
                            if (overrides.has(name)) {
                                environment.put(name, overrides.path(name).asText());
                            } else {
                                environment.put(name, shell.getOrDefault(name, plain(value)));
                            }
                        });
        return environment;
    }

    private String plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Object name = map.get("Ref");
            if (name == null) {
                return "";
            }
            Object parameter = in(template, "Parameters", String.valueOf(name)).get("Default");
            return String.valueOf(parameter == null ? name : parameter);
        }
        return String.valueOf(value);
    }

    private static Map<String, Object> variables(Map<String, Object> properties) {
        return in(properties, "Environment", "Variables");
    }

    private static Map<String, Object> in(Map<String, Object> map, String... path) {
        Map<String, Object> current = map;
        for (String each : path) {
            current =
                    current.get(each) instanceof Map<?, ?> inner
                            ? CloudFormationYaml.keyed(inner)
                            : Map.of();
        }
        return current;
    }
}
