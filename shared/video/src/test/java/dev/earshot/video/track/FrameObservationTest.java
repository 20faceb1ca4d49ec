package dev.earshot.video.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.picture.Scenery;
import dev.earshot.core.picture.Scored;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class FrameObservationTest {
    private static FrameObservation look(Scored... settings) {
        return new FrameObservation(
                1.5,
                2,
                3,
                "",
                0,
                new Scenery(
                        Optional.of(new Scored("kitchen", 0.5, "oven and sink")),
                        List.of(settings),
                        Optional.of(new Scored("dress", 0.75))));
    }

    private static List<Scored> agreedOf(Scored... oneEach) {
        return FrameObservation.agreed(Stream.of(oneEach).map(FrameObservationTest::look).toList())
                .settings();
    }

    @Test
    void look_writtenAndRead_isTheSame() throws IOException {
        FrameObservation look = look(new Scored("indoor", 0.25, "oven"), new Scored("home", 0.125));
        var bytes = new ByteArrayOutputStream();
        look.write(new DataOutputStream(bytes));

        FrameObservation read =
                FrameObservation.read(
                        new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(read).isEqualTo(look);
    }

    @Test
    void looks_agreed_restOnWhatMostOfThemDo() {
        assertThat(
                        agreedOf(
                                new Scored("food", 0.5),
                                new Scored("food", 0.75, "pizza"),
                                new Scored("food", 1, "pizza"),
                                new Scored("sport", 1, "frisbee")))
                .containsExactly(new Scored("food", 0.75, "pizza"));
    }

    @Test
    void looks_restingOnSeveralThingsAlike_takeTheEarliest() {
        assertThat(agreedOf(new Scored("food", 0.5, "pizza"), new Scored("food", 0.5, "cake")))
                .containsExactly(new Scored("food", 0.5, "pizza"));
    }
}
