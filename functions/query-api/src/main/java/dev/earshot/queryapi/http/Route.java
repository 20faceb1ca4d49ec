package dev.earshot.queryapi.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One method on one path, and its handler.
 *
 * @param template as API Gateway writes it: {@code {name}} is one segment, {@code {name+}} at the
 *     end is everything that remains
 */
public record Route(
        String method, String template, Access access, Function<Request, Response> action) {
    /** Its key in API Gateway and in the log. */
    public String key() {
        return method + " " + template;
    }

    /**
     * Sorts more special routes before more general ones, as API Gateway chooses: segment by
     * segment, a literal before a parameter before all that remains.
     */
    String rank() {
        StringBuilder rank = new StringBuilder();
        for (String segment : segments(template)) {
            rank.append(segment.endsWith("+}") ? '2' : segment.startsWith("{") ? '1' : '0');
        }
        return rank.toString();
    }

    /** The parameters in a path that matches this route; empty if it does not match. */
    Optional<Map<String, String>> match(String path) {
        List<String> wanted = segments(template);
        List<String> given = segments(path);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String want = wanted.get(i);
            if (want.endsWith("+}")) {
                String rest =
                        String.join("/", given.subList(Math.min(i, given.size()), given.size()));
                parameters.put(want.substring(1, want.length() - 2), rest);
                return rest.isEmpty() ? Optional.empty() : Optional.of(parameters);
            }
            if (i >= given.size()) {
                return Optional.empty();
            }
            if (want.startsWith("{")) {
                if (given.get(i).isEmpty()) {
                    return Optional.empty();
                }
                parameters.put(want.substring(1, want.length() - 1), given.get(i));
            } else if (!want.equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return given.size() == wanted.size() ? Optional.of(parameters) : Optional.empty();
    }

    private static List<String> segments(String path) {
        return new ArrayList<>(List.of(path.split("/", -1)));
    }
}
