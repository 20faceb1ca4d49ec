package dev.earshot.aws;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The size of an item by <a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">the
 * documented rule</a>, and what writing it costs. DynamoDB Local reports transactions wrongly (2
 * units each, whatever they hold). Stateless.
 */
public final class ItemSize {
    private static final int UNIT = 1_024;

    private ItemSize() {}

    public static int bytes(Map<String, AttributeValue> item) {
        return item.entrySet().stream().mapToInt(e -> utf8(e.getKey()) + bytes(e.getValue())).sum();
    }

    public static int writeUnits(Map<String, AttributeValue> item) {
        return Math.ceilDiv(bytes(item), UNIT);
    }

    private static int bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> utf8(value.s());
            case N -> value.n().length() / 2 + 2;
            case B -> value.b().asByteArray().length;
            case L -> 3 + value.l().stream().mapToInt(v -> 1 + bytes(v)).sum();
            case M ->
                    3
                            + value.m().entrySet().stream()
                                    .mapToInt(e -> 1 + utf8(e.getKey()) + bytes(e.getValue()))
                                    .sum();
            default -> throw new IllegalArgumentException("not used in items: " + value.type());
        };
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
