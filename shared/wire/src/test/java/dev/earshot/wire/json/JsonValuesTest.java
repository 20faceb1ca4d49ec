package dev.earshot.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class JsonValuesTest {
    private static final ObjectMapper JACKSON = new ObjectMapper();

    @Test
    void values_whatAnotherParserWrites_isReadAsItWas() throws Exception {
        var random = new Random(5);
        for (int i = 0; i < 500; i++) {
            Object value = value(random, 0);

            assertThat(JsonValues.read(JACKSON.writeValueAsString(value))).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "{", "[1,", "[1 2]", "{\"a\"}", "{\"a\":}", "{a:1}", "{'a':1}", "[1,]",
                "{\"a\":1,}", "\"\\x\"", "\"\\u12\"", "\"a", "\"\n\"", "01", "+1", ".5", "1.", "1e",
                "tru", "nul", "NaN", "1 2", "{} x", "{\"a\":1,\"a\":2}", "\u00a0{}"
            })
    void values_noJson_isRefusedWithTheReason(String text) {
        assertThatThrownBy(() -> JsonValues.read(text))
                .isInstanceOf(BadField.class)
                .hasMessageMatching("(?s)\\$: (is not JSON|is not usable|holds).*");
    }

    @Test
    void values_deepNesting_isRefusedBeforeTheStackIsFull() {
        assertThatThrownBy(() -> JsonValues.read("[".repeat(500_000)))
                .isInstanceOf(BadField.class)
                .hasMessageContaining("nest");
    }

    @Test
    void values_hugeNumber_isRefused() {
        assertThatThrownBy(() -> JsonValues.read("1e999999999")).isInstanceOf(BadField.class);
    }

    @Test
    void values_anyText_isReadOrRefused() {
        var random = new Random(9);
        String letters = "{}[]\":,0123456789.eE+-truefalsn\\u \n\uD83D\u0000";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            try {
                JsonValues.read(text.toString());
            } catch (BadField expected) {
                assertThat(expected.reason()).isNotBlank();
            }
        }
    }

    private static @Nullable Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 4 : 6)) {
            case 0 -> text(random);
            case 1 -> new BigDecimal(random.nextLong());
            case 2 -> random.nextBoolean();
            case 3 -> null;
            case 4 -> {
                List<@Nullable Object> items = new ArrayList<>();
                for (int n = random.nextInt(4); n > 0; n--) {
                    items.add(value(random, depth + 1));
                }
                yield items;
            }
            default -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                for (int n = random.nextInt(4); n > 0; n--) {
                    fields.put(text(random), value(random, depth + 1));
                }
                yield fields;
            }
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(8); n > 0; n--) {
            text.appendCodePoint(
                    switch (random.nextInt(4)) {
                        case 0 -> random.nextInt(0x20);
                        case 1 -> 0x1F600 + random.nextInt(40);
                        case 2 -> "\"\\/\u2028\u007f".charAt(random.nextInt(5));
                        default -> 'a' + random.nextInt(26);
                    });
        }
        return text.toString();
    }
}
