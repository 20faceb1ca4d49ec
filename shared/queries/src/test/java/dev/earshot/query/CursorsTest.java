package dev.earshot.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

class CursorsTest {
    private static final List<String> SCOPE = List.of("posts", "acme", "phone", "negative");
    private static final List<String> FIELDS = List.of("2026-03-01T00:00:00Z", "", "did:plc:é😀");
    private final Cursors cursors = new Cursors(key("one secret of many"));

    @Test
    void open_whatWasSealed_givesTheFieldsBack() {
        assertThat(cursors.open(SCOPE, cursors.seal(SCOPE, FIELDS))).contains(FIELDS);
    }

    @Test
    void seal_anyContent_needsNoEscapingInAnAddress() {
        assertThat(cursors.seal(SCOPE, FIELDS)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void open_otherScope_isEmpty() {
        String sealed = cursors.seal(SCOPE, FIELDS);

        assertThat(cursors.open(List.of("posts", "rival", "phone", "negative"), sealed)).isEmpty();
        assertThat(cursors.open(List.of("posts", "acme", "phone", ""), sealed)).isEmpty();
        assertThat(cursors.open(List.of("posts", "acmephone", "", "negative"), sealed)).isEmpty();
    }

    @Test
    void open_otherKey_isEmpty() {
        var others = new Cursors(key("a different secret"));

        assertThat(others.open(SCOPE, cursors.seal(SCOPE, FIELDS))).isEmpty();
    }

    /** 33 bytes fill their 44 letters exactly, so that every bit of every letter counts. */
    @Test
    void open_anyLetterChanged_isEmpty() {
        String sealed = cursors.seal(SCOPE, List.of("abc", "defghi"));
        for (int i = 0; i < sealed.length(); i++) {
            char other = sealed.charAt(i) == 'A' ? 'Q' : 'A';
            String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);

            assertThat(cursors.open(SCOPE, changed)).as("letter %d", i).isEmpty();
        }
    }

    @Test
    void open_anyText_isEmptyAndThrowsNothing() {
        var random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);

            assertThat(cursors.open(SCOPE, new String(bytes, StandardCharsets.ISO_8859_1)))
                    .isEmpty();
        }
        assertThat(cursors.open(SCOPE, "A".repeat(1_000_000))).isEmpty();
    }

    @Test
    void open_withAnotherNumberOfFields_isRefusedWithTheMessage() {
        String sealed = cursors.seal(SCOPE, FIELDS);

        assertThat(cursors.open(SCOPE, sealed, 3, "no")).isEqualTo(FIELDS);
        assertThatThrownBy(() -> cursors.open(SCOPE, sealed, 2, "not this one"))
                .isInstanceOfSatisfying(
                        QueryException.class, e -> assertThat(e.parameter()).isEqualTo("cursor"))
                .hasMessage("not this one");
    }

    @Test
    void constructor_shortKey_isRefused() {
        assertThatThrownBy(() -> new Cursors(new byte[15])).hasMessageContaining("got 15");
    }

    private static byte[] key(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
