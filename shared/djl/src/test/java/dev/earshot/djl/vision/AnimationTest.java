package dev.earshot.djl.vision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;
import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.picture.Safety;
import dev.earshot.core.picture.TextLine;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

final class AnimationTest {
    private static final Box BOX = new Box(0, 0, 10, 10);
    private static final Safety SAFE = new Safety("neutral", 0.9, false);

    @Test
    void thingInEveryFrame_isToldOnceAndThoseOfALaterFrameToo() {
        ImageFindings merged =
                Animation.merged(
                        List.of(
                                frame(SAFE, List.of("dog")),
                                frame(SAFE, List.of("dog", "cup", "cup"))));

        assertThat(merged.objects())
                .extracting(Detection::label)
                .containsExactlyInAnyOrder("dog", "cup", "cup");
    }

    @Test
    void lineReadTwice_isToldOnceAndANewOneFollows() {
        ImageFindings merged =
                Animation.merged(
                        List.of(
                                frame(SAFE, List.of(), "BIG NEWS", "tomorrow"),
                                frame(SAFE, List.of(), "BIG NEW5", "today")));

        assertThat(merged.text())
                .extracting(TextLine::text)
                .containsExactly("BIG NEWS", "tomorrow", "today");
    }

    @Test
    void oneUnsafeFrame_flagsTheAnimation() {
        Safety unsafe = new Safety("porn", 0.8, true);

        assertThat(
                        Animation.merged(
                                        List.of(
                                                frame(SAFE, List.of()),
                                                frame(unsafe, List.of()),
                                                frame(SAFE, List.of())))
                                .safety())
                .isEqualTo(unsafe);
    }

    private static ImageFindings frame(Safety safety, List<String> things, String... lines) {
        return new ImageFindings(
                100,
                100,
                things.stream().map(thing -> new Detection(thing, 0.8, BOX)).toList(),
                List.of(),
                Arrays.stream(lines).map(line -> new TextLine(line, 0.9, BOX)).toList(),
                safety);
    }
}
