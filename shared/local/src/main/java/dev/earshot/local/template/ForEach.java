package dev.earshot.local.template;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Expands {@code Fn::ForEach}: a loop becomes its fragment, once for each item of its collection.
 * In the fragment's keys and values the item replaces {@code ${Identifier}}, {@code &{Identifier}}
 * (there only its letters and digits) and {@code Ref: Identifier}. Loops may be nested and occur at
 * any depth. A loop that CloudFormation would refuse is refused by name. Immutable and thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html">Fn::ForEach</a>
 */
final class ForEach {
    private static final String PREFIX = "Fn::ForEach::";
    private static final String TRANSFORM = "AWS::LanguageExtensions";

    private final boolean enabled;
    private final Map<String, Object> parameters;

    /**
     * @param transforms the template's {@code Transform}: a name, a list of names, or null
     * @param parameters values of the template's parameters; those of list types are lists
     */
    ForEach(@Nullable Object transforms, Map<String, Object> parameters) {
        this.enabled =
                transforms instanceof List<?> names
                        ? names.indexOf(TRANSFORM) == 0
                        : TRANSFORM.equals(transforms);
        this.parameters = Map.copyOf(parameters);
    }

    /** A section of the template with its loops expanded, in the order of the template. */
    Map<String, Object> expand(Map<String, Object> section) {
        return expand(section, Set.of());
    }

    private Map<String, Object> expand(Map<?, ?> map, Set<String> outerIdentifiers) {
        Map<String, Object> expanded = new LinkedHashMap<>();
        map.forEach(
                (key, value) -> {
                    String name = String.valueOf(key);
                    if (name.startsWith(PREFIX)) {
                        for (Map<String, Object> made : iterations(name, value, outerIdentifiers)) {
                            made.forEach((id, entry) -> putOnce(expanded, id, entry, name + ": "));
                        }
                    } else {
                        putOnce(expanded, name, expandValue(value, outerIdentifiers), "");
                    }
                });
        return expanded;
    }

    private @Nullable Object expandValue(@Nullable Object value, Set<String> outerIdentifiers) {
        return switch (value) {
            case Map<?, ?> map -> expand(map, outerIdentifiers);
            case List<?> list ->
                    list.stream().map(item -> expandValue(item, outerIdentifiers)).toList();
            case null, default -> value;
        };
    }

    /** What a loop makes, one mapping for each item. */
    private List<Map<String, Object>> iterations(
            String loop, @Nullable Object value, Set<String> outerIdentifiers) {
        if (!enabled) {
            throw new TemplateException(
                    loop
                            + " needs "
                            + TRANSFORM
                            + " as the first item of the template's Transform");
        }
        if (!(value instanceof List<?> parts)
                || parts.size() != 3
                || !(parts.get(0) instanceof String identifier)
                || !(parts.get(2) instanceof Map<?, ?> fragment)) {
            throw new TemplateException(
                    loop + " needs an identifier, a collection and a mapping, but got " + value);
        }
        if (parameters.containsKey(identifier) || outerIdentifiers.contains(identifier)) {
            throw new TemplateException(
                    loop
                            + ": a parameter or an outer loop is also named "
                            + identifier
                            + "; choose another identifier");
        }
        Set<String> identifiers = new HashSet<>(outerIdentifiers);
        identifiers.add(identifier);
        List<Map<String, Object>> iterations = new ArrayList<>();
        for (String item : collection(loop, parts.get(1))) {
            iterations.add(expand(new Item(identifier, item).in(fragment), identifiers));
        }
        return iterations;
    }

    private List<String> collection(String loop, @Nullable Object raw) {
        Object items =
                raw instanceof Map<?, ?> map && map.get("Ref") instanceof String parameter
                        ? parameters.get(parameter)
                        : raw;
        if (!(items instanceof List<?> list)
                || list.stream().anyMatch(item -> item instanceof Map || item instanceof List)) {
            throw new TemplateException(
                    loop
                            + ": the collection must be a list of texts or a Ref to a parameter that is"
                            + " one, but is "
                            + raw);
        }
        return list.stream().map(String::valueOf).toList();
    }

    private static void putOnce(
            Map<String, Object> target, String name, @Nullable Object value, String origin) {
        if (target.containsKey(name)) {
            throw new TemplateException(
                    origin
                            + name
                            + " is declared twice; give each iteration its own name with the loop's"
                            + " identifier");
        }
        target.put(name, value);
    }

    /** One item of a collection, which replaces the loop's identifier in the fragment. */
    private record Item(String identifier, String value) {

        Map<String, Object> in(Map<?, ?> fragment) {
            Map<String, Object> replaced = new LinkedHashMap<>();
            fragment.forEach((key, child) -> replaced.put(text(String.valueOf(key)), node(child)));
            return replaced;
        }

        private @Nullable Object node(@Nullable Object node) {
            return switch (node) {
                case String text -> text(text);
                case List<?> list -> list.stream().map(this::node).toList();
                case Map<?, ?> map when map.equals(Map.of("Ref", identifier)) -> value;
                case Map<?, ?> map -> in(map);
                case null, default -> node;
            };
        }

        private String text(String text) {
            return text.replace("${" + identifier + "}", value)
                    .replace("&{" + identifier + "}", value.replaceAll("[^0-9A-Za-z]", ""));
        }
    }
}
