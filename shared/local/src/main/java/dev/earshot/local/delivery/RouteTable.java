package dev.earshot.local.delivery;

import dev.earshot.local.template.CloudTemplate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses a route as API Gateway's HTTP APIs do: a full match first, then one with variables, then
 * a greedy one; segment by segment, a literal beats a variable. A path without a route for its
 * method has no route at all. Immutable.
 */
final class RouteTable {
    private final List<Entry> entries;

    RouteTable(List<CloudTemplate.Route> routes) {
        List<Entry> sorted = new ArrayList<>();
        for (CloudTemplate.Route route : routes) {
            sorted.add(new Entry(route, List.of(segments(route.path()))));
        }
        sorted.sort(Comparator.comparing(Entry::rank));
        this.entries = List.copyOf(sorted);
    }

    /**
     * A route and the values of its variables.
     *
     * @param variables as received, still percent-encoded
     */
    record Match(CloudTemplate.Route route, Map<String, String> variables) {}

    Optional<Match> find(String method, String path) {
        String[] segments = segments(path);
        for (Entry entry : entries) {
            if (entry.route().method().equals(method) || entry.route().method().equals("ANY")) {
                Optional<Map<String, String>> variables = entry.match(segments);
                if (variables.isPresent()) {
                    return Optional.of(new Match(entry.route(), variables.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static String[] segments(String path) {
        String trimmed = path.startsWith("/") ? path.substring(1) : path;
        return trimmed.isEmpty() ? new String[0] : trimmed.split("/", -1);
    }

    private record Entry(CloudTemplate.Route route, List<String> pattern) {
        /**
         * A key that sorts literals before variables before greedy variables, segment by segment,
         * and fixed methods before ANY.
         */
        String rank() {
            StringBuilder rank = new StringBuilder();
            for (String segment : pattern) {
                rank.append(greedy(segment) ? '2' : variable(segment) ? '1' : '0');
            }
            return rank.append(route.method().equals("ANY") ? '1' : '0').toString();
        }

        Optional<Map<String, String>> match(String[] segments) {
            Map<String, String> variables = new LinkedHashMap<>();
            for (int i = 0; i < pattern.size(); i++) {
                String wanted = pattern.get(i);
                if (i >= segments.length) {
                    return Optional.empty();
                }
                if (greedy(wanted)) {
                    String rest =
                            String.join("/", Arrays.asList(segments).subList(i, segments.length));
                    if (rest.isEmpty()) {
                        return Optional.empty();
                    }
                    variables.put(wanted.substring(1, wanted.length() - 2), rest);
                    return Optional.of(variables);
                }
                if (variable(wanted)) {
                    if (segments[i].isEmpty()) {
                        return Optional.empty();
                    }
                    variables.put(wanted.substring(1, wanted.length() - 1), segments[i]);
                } else if (!wanted.equals(segments[i])) {
                    return Optional.empty();
                }
            }
            return segments.length == pattern.size() ? Optional.of(variables) : Optional.empty();
        }

        private static boolean variable(String segment) {
            return segment.startsWith("{") && segment.endsWith("}");
        }

        private static boolean greedy(String segment) {
            return segment.startsWith("{") && segment.endsWith("+}");
        }
    }
}
