package dev.earshot.collect.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Names and values as lines {@code name=value}; line breaks in a value are escaped. Stateless. */
final class Lines {
    private Lines() {}

    static String write(Map<String, String> fields) {
        var text = new StringBuilder();
        fields.forEach(
                (name, value) ->
                        text.append(name)
                                .append('=')
                                .append(
                                        value.replace("\\", "\\\\")
                                                .replace("\n", "\\n")
                                                .replace("\r", "\\r"))
                                .append('\n'));
        return text.toString();
    }

    static Map<String, String> read(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : text.split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                fields.put(line.substring(0, equals), plain(line.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String plain(String value) {
        var text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                char escaped = value.charAt(i);
                text.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    static void put(Map<String, String> fields, String name, Optional<?> value) {
        value.ifPresent(present -> fields.put(name, present.toString()));
    }

    static Optional<Instant> time(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(Instant::parse);
    }

    static int number(Map<String, String> fields, String name) {
        return Integer.parseInt(fields.getOrDefault(name, "0"));
    }
}
