package dev.earshot.local.template;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Evaluates CloudFormation's intrinsic functions: Ref, GetAtt, Sub, If, FindInMap, Join, Select,
 * Split, Equals, Not, And, Or and Condition. Any other function is refused by name. Not
 * thread-safe.
 */
final class Resolver {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

    private final Map<String, Object> parameters;
    private final Map<String, Object> mappings;
    private final Map<String, Object> conditions;
    private final PhysicalIds resources;
    private final Set<String> openConditions = new HashSet<>();

    Resolver(
            Map<String, Object> parameters,
            Map<String, Object> mappings,
            Map<String, Object> conditions,
            PhysicalIds resources) {
        this.parameters = parameters;
        this.mappings = mappings;
        this.conditions = conditions;
        this.resources = resources;
    }

    /** The value of one node without its children; null is AWS::NoValue. */
    @Nullable Object evaluate(@Nullable Object raw, String path) {
        if (!(raw instanceof Map<?, ?> map) || map.size() != 1) {
            return raw;
        }
        String name = String.valueOf(map.keySet().iterator().next());
        Object argument = map.values().iterator().next();
        if (name.equals("Ref")) {
            return reference(text(argument, path), path);
        }
        if (!name.startsWith("Fn::")) {
            return raw;
        }
        return switch (name) {
            case "Fn::GetAtt" -> {
                List<?> parts = list(argument, 2, name, path);
                yield resources.attribute(text(parts.get(0), path), text(parts.get(1), path), path);
            }
            case "Fn::Sub" -> substitute(argument, path);
            case "Fn::If" -> {
                List<?> parts = list(argument, 3, name, path);
                boolean holds = condition(text(parts.get(0), path));
                yield evaluate(parts.get(holds ? 1 : 2), path);
            }
            case "Fn::FindInMap" -> lookUp(list(argument, 3, name, path), path);
            case "Fn::Join" -> {
                List<?> parts = list(argument, 2, name, path);
                yield texts(parts.get(1), path).stream()
                        .collect(Collectors.joining(text(parts.get(0), path)));
            }
            case "Fn::Select" -> {
                List<?> parts = list(argument, 2, name, path);
                int index = Integer.parseInt(text(parts.get(0), path));
                List<String> choices = texts(parts.get(1), path);
                if (index < 0 || index >= choices.size()) {
                    throw new TemplateException(
                            path + ": Fn::Select of item " + index + " from " + choices.size());
                }
                yield choices.get(index);
            }
            case "Fn::Split" -> {
                List<?> parts = list(argument, 2, name, path);
                yield List.of(
                        text(parts.get(1), path)
                                .split(Pattern.quote(text(parts.get(0), path)), -1));
            }
            case "Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or" -> holds(raw, path);
            default ->
                    throw new TemplateException(
                            path + ": the embedded cloud does not know the function " + name);
        };
    }

    /** The value of a named condition. */
    boolean condition(String name) {
        Object raw = conditions.get(name);
        if (raw == null) {
            throw new TemplateException("no condition is named " + name);
        }
        if (!openConditions.add(name)) {
            throw new TemplateException("condition " + name + " depends on itself");
        }
        try {
            return holds(raw, "Conditions." + name);
        } finally {
            openConditions.remove(name);
        }
    }

    private boolean holds(@Nullable Object raw, String path) {
        if (raw instanceof Map<?, ?> map && map.size() == 1) {
            String name = String.valueOf(map.keySet().iterator().next());
            Object argument = map.values().iterator().next();
            switch (name) {
                case "Condition" -> {
                    return condition(text(argument, path));
                }
                case "Fn::Equals" -> {
                    List<?> parts = list(argument, 2, name, path);
                    return text(parts.get(0), path).equals(text(parts.get(1), path));
                }
                case "Fn::Not" -> {
                    return !holds(list(argument, 1, name, path).get(0), path);
                }
                case "Fn::And" -> {
                    return items(argument, path).stream().allMatch(each -> holds(each, path));
                }
                case "Fn::Or" -> {
                    return items(argument, path).stream().anyMatch(each -> holds(each, path));
                }
                default -> {}
            }
        }
        Object value = evaluate(raw, path);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new TemplateException(path + ": not a condition: " + raw);
    }

    private @Nullable Object reference(String name, String path) {
        if (name.equals("AWS::NoValue")) {
            return null;
        }
        if (name.startsWith("AWS::")) {
            return resources.surroundings().pseudoParameter(name);
        }
        Object parameter = parameters.get(name);
        return parameter != null ? parameter : resources.reference(name, path);
    }

    private Object lookUp(List<?> keys, String path) {
        Object found = mappings;
        for (Object key : keys) {
            found = found instanceof Map<?, ?> map ? map.get(text(key, path)) : null;
        }
        if (found == null) {
            throw new TemplateException(
                    path
                            + ": Mappings has no "
                            + keys.stream()
                                    .map(key -> text(key, path))
                                    .collect(Collectors.joining(".")));
        }
        return found;
    }

    private String substitute(@Nullable Object argument, String path) {
        String pattern;
        Map<?, ?> local;
        if (argument instanceof List<?> parts) {
            list(parts, 2, "Fn::Sub", path);
            pattern = text(parts.get(0), path);
            local = (Map<?, ?>) Objects.requireNonNull(parts.get(1));
        } else {
            pattern = text(argument, path);
            local = Map.of();
        }
        return VARIABLE.matcher(pattern)
                .replaceAll(
                        match -> {
                            String name = match.group(2).strip();
                            if (!match.group(1).isEmpty()) {
                                return Matcher.quoteReplacement("${" + name + "}");
                            }
                            return Matcher.quoteReplacement(variable(name, local, path));
                        });
    }

    private String variable(String name, Map<?, ?> local, String path) {
        if (local.containsKey(name)) {
            return text(local.get(name), path);
        }
        int dot = name.indexOf('.');
        if (dot > 0) {
            return resources.attribute(name.substring(0, dot), name.substring(dot + 1), path);
        }
        return text(Map.of("Ref", name), path);
    }

    private List<?> items(@Nullable Object raw, String path) {
        if (raw instanceof List<?> items) {
            return items;
        }
        throw new TemplateException(path + ": a list is needed, but got " + raw);
    }

    private List<?> list(@Nullable Object raw, int size, String function, String path) {
        List<?> items = items(raw, path);
        if (items.size() != size) {
            throw new TemplateException(
                    path
                            + ": "
                            + function
                            + " needs "
                            + size
                            + " arguments, but got "
                            + items.size());
        }
        return items;
    }

    private List<String> texts(@Nullable Object raw, String path) {
        List<String> texts = new ArrayList<>();
        for (Object item : items(evaluate(raw, path), path)) {
            Object value = evaluate(item, path);
            if (value != null) {
                texts.add(text(value, path));
            }
        }
        return texts;
    }

    private String text(@Nullable Object raw, String path) {
        Object value = evaluate(raw, path);
        if (value == null || value instanceof Map || value instanceof List) {
            throw new TemplateException(path + ": text is needed, but got " + value);
        }
        return String.valueOf(value);
    }
}
