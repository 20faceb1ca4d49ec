package dev.earshot.testkit.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** Orders texts by their UTF-8 bytes, as DynamoDB orders sort keys. Stateless. */
final class ByteOrder {
    static final Comparator<String> ASCENDING =
            (one, other) ->
                    Arrays.compareUnsigned(
                            one.getBytes(StandardCharsets.UTF_8),
                            other.getBytes(StandardCharsets.UTF_8));

    private ByteOrder() {}
}
