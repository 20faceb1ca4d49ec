package dev.earshot.wire.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.FieldException;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.PostMessage;
import dev.earshot.wire.Decoding;
import dev.earshot.wire.json.BadField;
import dev.earshot.wire.json.Field;
import dev.earshot.wire.json.Json;
import dev.earshot.wire.json.JsonSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

class IntakeTest {
    private static final String SOURCE = "{\"id\":\"1\"}";
    private static final Field RECORD =
            new Field(
                    "posts[1]",
                    new Json.Obj(
                            Map.of("id", new Json.Str("1")), new Json.Span(0, SOURCE.length())));

    private final Intake intake =
            new Intake(
                    new PostMessage(
                            "m1", Decoding.WORKSPACE, Optional.empty(), SOURCE, Decoding.SENT),
                    Decoding.PSEUDONYMISER,
                    new JsonSource.Reading.Whole(new Json.Null(), SOURCE, List.of()),
                    10,
                    10);

    @Test
    void record_fieldThatCannotBeTaken_isRefusedWithThatFieldsPath() {
        intake.record(
                RECORD,
                () -> {
                    throw new BadField("posts[1].text", "is missing");
                });

        assertThat(intake.outcome())
                .containsExactly(new Decoded.Rejected("posts[1].text", "is missing", SOURCE));
    }

    @Test
    void record_valueThatARecordOfTheCoreRefuses_isRefusedWithFieldAndReason() {
        intake.record(
                RECORD,
                () -> {
                    throw new FieldException("createdAt", "must lie between 1990 and 2100");
                });

        assertThat(intake.outcome())
                .containsExactly(
                        new Decoded.Rejected(
                                "posts[1]", "createdAt must lie between 1990 and 2100", SOURCE));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void record_faultOfTheFormat_isNoRefusal(RuntimeException fault) {
        assertThatThrownBy(
                        () ->
                                intake.record(
                                        RECORD,
                                        () -> {
                                            throw fault;
                                        }))
                .isSameAs(fault);
        assertThat(intake.outcome()).isEmpty();
    }

    private static Stream<RuntimeException> faults() {
        return Stream.of(
                new IllegalArgumentException("createdAt must lie between 1990 and 2100"),
                new NumberFormatException("For input string: \"x\""),
                new IllegalStateException("no value can begin with END_OBJECT"),
                new NullPointerException());
    }

    @Test
    void postId_ofAnIdThatCannotBe_isABadFieldOfItsPlace() {
        Field id = new Field("posts[1].id", new Json.Str("a b"));

        assertThatThrownBy(() -> intake.postId(Platform.UPLOAD, id))
                .isInstanceOfSatisfying(
                        BadField.class,
                        bad -> {
                            assertThat(bad.path()).isEqualTo("posts[1].id");
                            assertThat(bad.reason())
                                    .isEqualTo(
                                            "post id must hold no slash and no white space, got"
                                                    + " 'a b'");
                        });
    }

    @Test
    void postId_ofAnIdThatCanBe_isThatPosts() {
        assertThat(intake.postId(Platform.UPLOAD, new Field("id", new Json.Str("7"))))
                .isEqualTo(new PostId(Platform.UPLOAD, "7"));
    }
}
