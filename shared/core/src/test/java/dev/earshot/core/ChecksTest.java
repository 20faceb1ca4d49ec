package dev.earshot.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;

class ChecksTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void inRange_withinOrOnTheBounds_isReturned(double value) {
        assertThat(Checks.inRange("share", value, 0, 1)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 1.001, Double.NaN, Double.POSITIVE_INFINITY})
    void inRange_outside_isRefusedWithTheValue(double value) {
        assertRefused(
                () -> Checks.inRange("share", value, 0, 1),
                "share",
                "must lie in [0.0, 1.0], got " + value);
    }

    @Test
    void notNegative_minusOne_isRefusedAndZeroIsNot() {
        assertThat(Checks.notNegative("likes", 0)).isZero();
        assertRefused(() -> Checks.notNegative("likes", -1), "likes", "must be 0 or more, got -1");
    }

    @Test
    void name_ofTheGreatestLength_isReturnedAndOneMoreIsRefused() {
        assertThat(Checks.name("name", "abc", 3)).isEqualTo("abc");
        assertRefused(
                () -> Checks.name("name", "abcd", 3),
                "name",
                "must be at most 3 characters, got 4");
    }

    @Test
    void name_blank_isRefused() {
        assertRefused(() -> Checks.name("name", " \t", 10), "name", "must not be blank");
    }

    @Test
    void name_withAnEmoji_isReturned() {
        assertThat(Checks.name("name", "tea \uD83C\uDF75", 10)).isEqualTo("tea \uD83C\uDF75");
    }

    @Test
    void name_withAControlCharacterOrHalfAnEmoji_isRefusedWithItsPlace() {
        String reason = "must hold no control character or lone surrogate, got U+";
        assertRefused(() -> Checks.name("name", "a\nb", 10), "name", reason + "000A at 1");
        assertRefused(() -> Checks.name("name", "ab\uD83C", 10), "name", reason + "D83C at 2");
        assertRefused(() -> Checks.name("name", "\uDF75b", 10), "name", reason + "DF75 at 0");
        assertRefused(() -> Checks.name("name", "\uD83Cx", 10), "name", reason + "D83C at 0");
    }

    @Test
    void records_ofWhatCameFromOutside_nameTheFieldThatTheyRefuse() {
        assertRefused(
                () -> new WorkspaceId("No!"),
                "workspace",
                "must be 1 to 64 of a-z 0-9 - _ and begin with a letter or digit, got 'No!'");
        assertRefused(
                () -> new PostId(Platform.X, "a/b"),
                "post id",
                "must hold no slash and no white space, got 'a/b'");
        assertRefused(
                () -> new AuthorRef("ab"),
                "pseudonym",
                "must be 32 hexadecimal digits, got a value of length 2");
        assertRefused(
                () -> new ModelVersion("text", "1", "ab"),
                "model sha256",
                "must be 64 hexadecimal digits, got ab");
        assertRefused(
                () -> brand(Collections.nCopies(Brand.MAX_TERMS + 1, "tea")),
                "aliases",
                "must hold at most 10000 terms, got 10001");
        assertRefused(() -> brand(List.of("tea", "")), "aliases[1]", "must not be blank");
    }

    private static Brand brand(List<String> aliases) {
        List<String> none = List.of();
        return new Brand("acme", "Acme", aliases, none, none, none, none, none, none, none);
    }

    private static void assertRefused(ThrowingCallable check, String field, String reason) {
        assertThatThrownBy(check)
                .isInstanceOfSatisfying(
                        FieldException.class,
                        refusal -> {
                            assertThat(refusal.field()).isEqualTo(field);
                            assertThat(refusal.reason()).isEqualTo(reason);
                        })
                .hasMessage(field + " " + reason);
    }
}
