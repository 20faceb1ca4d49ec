package dev.earshot.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.TextLine;
import dev.earshot.core.video.VideoText;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

final class ScreenTextTest {
    private static final double END = 20;

    @Test
    void titleReadOnce_lastsUntilItsShotEnds() {
        var text = new ScreenText();
        look(text, 0.2, "SUMMER SALE");
        look(text, 3.1);
        look(text, 8.1);

        assertThat(text.finish(List.of(3.0, 12.0), END))
                .containsExactly(new VideoText("SUMMER SALE", 0.2, 3.0, 0.9));
    }

    @Test
    void lineThatGoesWithinItsShot_lastsUntilALookMissesIt() {
        var text = new ScreenText();
        look(text, 0.2, "SUMMER SALE");
        look(text, 1.5, "SUMMER SALE");
        look(text, 2.5);
        look(text, 4.0);

        assertThat(text.finish(List.of(9.0), END))
                .containsExactly(new VideoText("SUMMER SALE", 0.2, 2.5, 0.9));
    }

    @Test
    void lineMissedByOneLook_goesOn() {
        var text = new ScreenText();
        look(text, 0.2, "SUMMER SALE");
        look(text, 1.5);
        look(text, 2.5, "SUMMER SALE");

        assertThat(text.finish(List.of(), END))
                .containsExactly(new VideoText("SUMMER SALE", 0.2, END, 0.9));
    }

    @Test
    void lineAcrossACut_goesOnWhileItIsRead() {
        var text = new ScreenText();
        look(text, 0.2, "@fernlight");
        look(text, 3.2, "@fernlight");
        look(text, 6.2);

        assertThat(text.finish(List.of(3.0, 6.0), END))
                .containsExactly(new VideoText("@fernlight", 0.2, 6.0, 0.9));
    }

    @Test
    void checkpoint_changesNothing() throws IOException {
        var text = new ScreenText();
        look(text, 0.2, "SUMMER SALE", "until Sunday");
        look(text, 1.4, "until Sunday");
        look(text, 2.4, "until Sunday");
        look(text, 3.4);
        var bytes = new ByteArrayOutputStream();
        text.write(new DataOutputStream(bytes));
        ScreenText resumed =
                ScreenText.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        look(resumed, 4.4);

        assertThat(resumed.finish(List.of(), END))
                .containsExactly(
                        new VideoText("SUMMER SALE", 0.2, 1.4, 0.9),
                        new VideoText("until Sunday", 0.2, 3.4, 0.9));
    }

    private static void look(ScreenText text, double seconds, String... lines) {
        text.see(
                seconds,
                List.of(lines).stream()
                        .map(line -> new TextLine(line, 0.9, new Box(0, 0, 100, 20)))
                        .toList());
    }
}
