package dev.earshot.evaluation.vision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.video.VideoLimits;
import dev.earshot.video.frame.Frame;
import dev.earshot.video.frame.FrameSource;
import dev.earshot.video.frame.FrameSource.Event.Sample;
import dev.earshot.video.frame.Thumbnail;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Each clip has one grey level, which shows where pieces meet and what still footage adds. */
class MadeClipsTest {
    private static Thumbnail grey(double at, int level) {
        byte[] rgb = new byte[Thumbnail.BYTES];
        Arrays.fill(rgb, (byte) level);
        return new Thumbnail(at, rgb);
    }

    private static List<Thumbnail> clip(int level) {
        return IntStream.range(0, 100).mapToObj(i -> grey(i / 25.0, level)).toList();
    }

    private static List<Sample> samples(FrameSource source) {
        List<Sample> samples = new ArrayList<>();
        var opening = source.open(Path.of("made"), VideoLimits.STANDARD, Optional.empty());
        try (var clip = ((FrameSource.Opening.Opened) opening).clip()) {
            while (clip.next() instanceof Sample sample) {
                samples.add(sample);
            }
        }
        return samples;
    }

    private static int level(Sample sample) {
        return sample.thumbnail().rgb()[0] & 0xff;
    }

    @Test
    void stitched_pieces_meetWhereTheGreyChanges() {
        var stitched = new StitchedClips(List.of(clip(40), clip(120), clip(200)), 40, 3);
        List<Sample> samples = samples(stitched);

        assertThat(stitched.boundaries()).hasSize(39).isSorted();
        assertThat(stitched.seconds()).isEqualTo(samples.size() / 25.0);
        for (double boundary : stitched.boundaries()) {
            int joint = (int) Math.round(boundary * 25);
            assertThat(level(samples.get(joint - 16)))
                    .as("before and after the joint at %s s", boundary)
                    .isNotEqualTo(level(samples.get(joint + 15)));
        }
    }

    /** Cuts, dissolves through intermediate levels, and fades through black all occur. */
    @Test
    void stitched_manyPieces_haveEveryKindOfJoint() {
        List<Sample> samples =
                samples(new StitchedClips(List.of(clip(40), clip(120), clip(200)), 40, 3));

        assertThat(samples).anyMatch(s -> level(s) == 0);
        assertThat(samples).anyMatch(s -> level(s) > 120 && level(s) < 200);
        assertThat(samples.stream().filter(s -> s.frame().isPresent()).count())
                .as("frames of the grid, of 25 thumbnails a second")
                .isBetween(samples.size() / 10L, samples.size() / 2L);
    }

    @Test
    void still_frameHeld_addsNoiseOfTheSameMean() {
        byte[] rgb = new byte[3 * 64 * 64];
        Arrays.fill(rgb, (byte) 100);
        var still = new StillClips(new Frame(0, 64, 64, rgb, 640, 640), grey(0, 100), 2);
        List<Sample> samples = samples(still);
        byte[] noisy = still.frame(0, 7).rgb();

        assertThat(samples).hasSize(50);
        assertThat(
                        IntStream.range(0, noisy.length)
                                .map(i -> noisy[i] & 0xff)
                                .average()
                                .orElseThrow())
                .isBetween(99.7, 100.3);
        assertThat(noisy).isNotEqualTo(rgb).isEqualTo(still.frame(0, 7).rgb());
    }
}
