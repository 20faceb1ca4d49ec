package dev.earshot.evaluation.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.video.VideoLimits;
import dev.earshot.djl.image.Pixels;
import dev.earshot.video.frame.FrameSource.Clip;
import dev.earshot.video.frame.FrameSource.Event;
import dev.earshot.video.frame.FrameSource.Opening;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class PannedClipTest {
    /** A picture whose red tells the column. */
    private static Pixels columns() {
        byte[] rgb = new byte[3 * 100 * 40];
        for (int i = 0; i < 100 * 40; i++) {
            rgb[3 * i] = (byte) (i % 100);
        }
        return new Pixels(100, 40, rgb);
    }

    @Test
    void next_overTwoPictures_pansFromEdgeToEdge() {
        Opening opening =
                new PannedClip(List.of(columns(), columns()))
                        .open(Path.of("none"), VideoLimits.STANDARD, Optional.empty());
        List<Integer> left = new ArrayList<>();
        double end = 0;
        try (Clip clip = ((Opening.Opened) opening).clip()) {
            Event event = clip.next();
            while (event instanceof Event.Sample sample) {
                left.add((int) sample.frame().orElseThrow().rgb()[0]);
                event = clip.next();
            }
            end = ((Event.End) event).endSeconds();
        }

        assertThat(left).hasSize(20);
        assertThat(left.subList(0, 10)).startsWith(0).isSorted().endsWith(20);
        assertThat(left.get(10)).isZero();
        assertThat(end).isEqualTo(4);
    }
}
