package dev.earshot.lambda;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One structured line of log: a flat JSON object, as CloudWatch Logs Insights reads it. It may
 * contain numbers, flags and short fixed words, but never a text, a handle, a key or a query. Not
 * thread-safe.
 */
public final class LogLine {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    /**
     * @param event what happened, in the past tense, such as {@code batch handled}
     */
    public LogLine(String event) {
        fields.put("event", event);
    }

    /** Adds a word. */
    public LogLine with(String name, String value) {
        fields.put(name, value);
        return this;
    }

    /** Adds a number. */
    public LogLine with(String name, long value) {
        fields.put(name, value);
        return this;
    }

    /** Adds a duration in milliseconds with three decimals, under a name that should end in Ms. */
    public LogLine with(String name, Duration value) {
        fields.put(name, TimeUnit.NANOSECONDS.toMicros(value.toNanos()) / 1e3);
        return this;
    }

    /** Adds a failure's class and message, never its stack's arguments. */
    public LogLine with(Throwable failure) {
        fields.put("failure", failure.getClass().getName());
        fields.put("message", String.valueOf(failure.getMessage()));
        if (failure.getCause() != null) {
            fields.put("cause", failure.getCause().getClass().getName());
            fields.put("causeMessage", String.valueOf(failure.getCause().getMessage()));
        }
        return this;
    }

    /** The line, without a line break. */
    @Override
    public String toString() {
        StringBuilder json = new StringBuilder("{");
        fields.forEach(
                (name, value) -> {
                    json.append(json.length() == 1 ? "" : ",");
                    quote(json, name);
                    json.append(':');
                    if (value instanceof Number) {
                        json.append(value);
                    } else {
                        quote(json, value.toString());
                    }
                });
        return json.append('}').toString();
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20 || c == 0x7F || Character.isSurrogate(c)) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
