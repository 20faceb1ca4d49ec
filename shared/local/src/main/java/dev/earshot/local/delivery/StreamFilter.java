package dev.earshot.local.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.util.List;

/**
 * Which records of a stream call a function. A record passes if it fits one of the patterns;
 * without a pattern every record passes. Of AWS's comparisons it knows equality, {@code prefix} and
 * {@code exists}, and refuses the others. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html">event
 *     filtering</a>
 */
public final class StreamFilter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> patterns;

    /**
     * @throws DeliveryException if a pattern is no JSON, or uses a comparison that is not known
     *     here
     */
    public StreamFilter(List<String> patterns) {
        this.patterns = patterns.stream().map(StreamFilter::pattern).toList();
    }

    private static JsonNode pattern(String text) {
        JsonNode pattern;
        try {
            pattern = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new DeliveryException("a filter's pattern is not JSON: " + text, e);
        }
        check(pattern, text);
        return pattern;
    }

    private static void check(JsonNode pattern, String text) {
        if (pattern.isObject()) {
            pattern.forEach(each -> check(each, text));
            return;
        }
        for (JsonNode choice : pattern) {
            if (choice.isObject() && !choice.has("prefix") && !choice.has("exists")) {
                throw new DeliveryException(
                        "the embedded cloud filters by equality, prefix and exists, not by "
                                + text);
            }
        }
    }

    boolean passes(JsonNode record) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> fits(pattern, record));
    }

    private static boolean fits(JsonNode pattern, JsonNode value) {
        if (pattern.isObject()) {
            return pattern.properties().stream()
                    .allMatch(each -> fits(each.getValue(), value.path(each.getKey())));
        }
        for (JsonNode choice : pattern) {
            if (choice.has("prefix")
                    ? value.asText("").startsWith(choice.path("prefix").asText())
                    : choice.has("exists")
                            ? choice.path("exists").asBoolean() != value.isMissingNode()
                            : choice.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
