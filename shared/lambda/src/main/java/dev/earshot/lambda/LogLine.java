package dev.earshot.lambda;

import dev.earshot.core.store.StoreException;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * One structured line of log: a flat JSON object, as CloudWatch Logs Insights reads it. It may
 * contain numbers, flags and short fixed words, but never a text, a handle, a key or a query. Not
 * thread-safe.
 */
public final class LogLine {
    private static final int SHOWN_FRAMES = 4;

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

    /**
     * Adds a failure: its class, its cause's class, and where in this project's code it arose. A
     * message is added only of the kinds whose messages never repeat what somebody wrote: those of
     * a service that failed and of a setting.
     */
    public LogLine with(Throwable failure) {
        fields.put("failure", failure.getClass().getName());
        if (failure instanceof StoreException || failure instanceof SettingsException) {
            fields.put("message", String.valueOf(failure.getMessage()));
        }
        if (failure.getCause() != null) {
            fields.put("cause", failure.getCause().getClass().getName());
        }
        String arose =
                Arrays.stream(failure.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("dev.earshot."))
                        .limit(SHOWN_FRAMES)
                        .map(
                                frame ->
                                        frame.getClassName()
                                                + "."
                                                + frame.getMethodName()
                                                + ":"
                                                + frame.getLineNumber())
                        .collect(Collectors.joining(" < "));
        fields.put("arose", arose);
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
