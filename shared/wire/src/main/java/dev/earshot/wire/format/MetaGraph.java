package dev.earshot.wire.format;

import dev.earshot.wire.json.Field;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The shapes in which Meta's Graph API answers: one node, a {@code data} list, a map by id. */
final class MetaGraph {
    private MetaGraph() {}

    /** Whether a response is, or begins with, a node of some kind. */
    static boolean holds(Field value, Predicate<Field> node) {
        return node.test(value) || nodes(value).stream().limit(5).anyMatch(node);
    }

    /** The nodes of a response; the value itself if it is neither a list nor a map. */
    static List<Field> nodes(Field value) {
        if (value.at("data").isArray()) {
            return value.at("data").items();
        }
        if (isMap(value)) {
            var nodes = new ArrayList<Field>();
            value.names().forEach(name -> nodes.add(value.at(name)));
            return nodes;
        }
        return List.of(value);
    }

    /** Several ids asked for at once are answered as {@code {"<id>":{"id":"<id>",...},...}}. */
    private static boolean isMap(Field value) {
        List<String> names = value.names();
        return !names.isEmpty()
                && names.stream()
                        .allMatch(name -> value.at(name).at("id").textIfAny().equals(name));
    }

    /** Handles of accounts, told apart from ids by the sign. */
    static String handle(String name) {
        return "@" + name.toLowerCase(java.util.Locale.ROOT);
    }
}
