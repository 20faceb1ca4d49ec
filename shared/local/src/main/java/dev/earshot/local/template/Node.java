package dev.earshot.local.template;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node of the template: its value is evaluated on demand, and error messages name its path. */
final class Node {
    private final Resolver resolver;
    private final String path;
    private final @Nullable Object raw;

    Node(Resolver resolver, String path, @Nullable Object raw) {
        this.resolver = resolver;
        this.path = path;
        this.raw = raw;
    }

    String path() {
        return path;
    }

    boolean present() {
        return value() != null;
    }

    Node at(String key) {
        Object value = value();
        if (value != null && !(value instanceof Map)) {
            throw new TemplateException(path + ": a mapping is needed, but got " + value);
        }
        Object child = value instanceof Map<?, ?> map ? map.get(key) : null;
        return new Node(resolver, path + "." + key, child);
    }

    List<Node> items() {
        Object value = value();
        if (value == null) {
            return List.of();
        }
        List<?> list = value instanceof List<?> many ? many : List.of(value);
        List<Node> items = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Node item = new Node(resolver, path + "[" + i + "]", list.get(i));
            if (item.present()) {
                items.add(item);
            }
        }
        return items;
    }

    Map<String, Node> entries() {
        Object value = value();
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new TemplateException(path + ": a mapping is needed, but got " + value);
        }
        Map<String, Node> entries = new LinkedHashMap<>();
        map.forEach(
                (key, child) -> {
                    Node node = new Node(resolver, path + "." + key, child);
                    if (node.present()) {
                        entries.put(String.valueOf(key), node);
                    }
                });
        return entries;
    }

    String text() {
        return optionalText().orElseThrow(() -> new TemplateException(path + " is missing"));
    }

    Optional<String> optionalText() {
        Object value = value();
        if (value instanceof Map || value instanceof List) {
            throw new TemplateException(path + ": text is needed, but got " + value);
        }
        return Optional.ofNullable(value).map(String::valueOf);
    }

    String text(String otherwise) {
        return optionalText().orElse(otherwise);
    }

    int integer(int otherwise) {
        Optional<String> text = optionalText();
        try {
            return text.map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new TemplateException(
                    path + ": a whole number is needed, but got " + text.orElse(""), e);
        }
    }

    boolean flag(boolean otherwise) {
        return optionalText().map(Boolean::parseBoolean).orElse(otherwise);
    }

    private @Nullable Object value() {
        return resolver.evaluate(raw, path);
    }
}
