package dev.earshot.queryapi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps, lists, texts, numbers, times and truth values as JSON (RFC 8259). Fractions carry six
 * decimals; characters outside ASCII stay as they are, but for lone surrogates. Stateless.
 */
final class JsonWriter {
    private JsonWriter() {}

    static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder(256);
        value(out, value);
        return out.toString();
    }

    private static void value(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> object(out, map);
            case Iterable<?> items -> array(out, items);
            case Double number -> fraction(out, number);
            case Integer number -> out.append(number.intValue());
            case Long number -> out.append(number.longValue());
            case BigDecimal number -> out.append(number);
            case Boolean truth -> out.append(truth.booleanValue());
            case String text -> text(out, text);
            case Instant time -> text(out, time.toString());
            default ->
                    throw new IllegalArgumentException(
                            "no JSON is known for " + value.getClass().getName());
        }
    }

    private static void object(StringBuilder out, Map<?, ?> map) {
        char before = '{';
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(before);
            text(out, String.valueOf(entry.getKey()));
            out.append(':');
            value(out, entry.getValue());
            before = ',';
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private static void array(StringBuilder out, Iterable<?> items) {
        char before = '[';
        for (Object item : items) {
            out.append(before);
            value(out, item);
            before = ',';
        }
        out.append(before == '[' ? "[]" : "]");
    }

    private static void fraction(StringBuilder out, double number) {
        BigDecimal plain =
                BigDecimal.valueOf(number).setScale(6, RoundingMode.HALF_EVEN).stripTrailingZeros();
        out.append(plain.signum() == 0 ? "0" : plain.toPlainString());
    }

    private static void text(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c < 0x20 || c == 0x7F || c == 0x2028 || c == 0x2029 || alone(text, i)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static boolean alone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
