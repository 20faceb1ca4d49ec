package dev.earshot.ffmpeg;

import static dev.earshot.ffmpeg.Decoded.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.video.VideoLimits;
import dev.earshot.video.frame.Frame;
import dev.earshot.video.frame.FrameSource.Event;
import dev.earshot.video.frame.FrameSource.From;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is decoded of sound files: every frame, at its time, upright, in its colours. */
class ChildDecoderTest {
    private Path folder = Path.of("");

    @BeforeEach
    void useAnEmptyFolder(@TempDir Path empty) {
        folder = empty;
    }

    @ParameterizedTest
    @CsvSource({
        "h264.mp4,h264",
        "h264.mov,h264",
        "h264.mkv,h264",
        "vp9.webm,vp9",
        "vp8.webm,vp8",
        "av1.mp4,libaom-av1",
        "hevc.mp4,hevc",
        "hevc.mkv,hevc",
        "hevc-10bit.mov,hevc",
        "vp9-10bit.webm,vp9",
        "av1.webm,libaom-av1",
        "av1-10bit.mp4,libaom-av1"
    })
    void decode_eachContainerAndCodec_givesEveryFrame(String name, String codec) {
        Decoded decoded = decode(Clips.resource(folder, name));

        assertWhole(decoded, codec);
    }

    @Test
    void decode_avi_givesEveryFrame() {
        Path file = Clips.walk(folder.resolve("clip"), new Clips.Format("avi", "mpeg4"), 50);

        assertWhole(decode(file), "mpeg4");
    }

    private static void assertWhole(Decoded decoded, String codec) {
        assertThat(decoded.refusal()).isEmpty();
        assertThat(decoded.info().codec()).isEqualTo(codec);
        assertThat(decoded.info().width()).isEqualTo(Clips.WIDTH);
        assertThat(decoded.info().height()).isEqualTo(Clips.HEIGHT);
        assertThat(decoded.samples()).hasSize(50);
        assertThat(decoded.frames()).hasSize(10);
        assertThat(decoded.end().orElseThrow().endSeconds()).isCloseTo(2, within(0.05));
        assertBlueAt(decoded.frames().getFirst(), 6, 6);
    }

    private static void assertBlueAt(Frame frame, int x, int y) {
        int at = 3 * (y * frame.width() + x);
        assertThat(frame.rgb()[at] & 0xff).as("red").isLessThan(60);
        assertThat(frame.rgb()[at + 2] & 0xff).as("blue").isGreaterThan(180);
    }

    @Test
    void decode_hevcOfVariableRate_keepsTheTimesOfTheFile() {
        List<Double> seconds =
                decode(Clips.resource(folder, "hevc-variable.mp4")).samples().stream()
                        .map(s -> s.thumbnail().seconds())
                        .toList();

        assertThat(seconds).hasSize(25);
        assertThat(seconds.get(2)).isCloseTo(0.08, within(0.001));
        assertThat(seconds.get(3)).isCloseTo(0.32, within(0.001));
        assertThat(seconds.getLast()).isCloseTo(1.96, within(0.001));
    }

    @Test
    void decode_hevcOfATurnedPhone_standsUpright() {
        Decoded decoded = decode(Clips.resource(folder, "hevc-turned.mov"));

        assertThat(decoded.info().width()).isEqualTo(Clips.HEIGHT);
        assertThat(decoded.info().height()).isEqualTo(Clips.WIDTH);
        Frame frame = decoded.frames().getFirst();
        // A quarter to the left, as FFmpeg's own player shows it.
        assertBlueAt(frame, 6, frame.height() - 7);
    }

    @Test
    void decode_frame_hasTheColoursOfThePicture() {
        Path file = Clips.walk(folder.resolve("clip"), Clips.MPEG4, 5);

        Frame frame = decode(file).frames().getFirst();

        byte[] rgb = frame.rgb();
        int corner = 3 * (6 * frame.width() + 6);
        assertThat(rgb[corner] & 0xff).isLessThan(40);
        assertThat(rgb[corner + 2] & 0xff).isGreaterThan(200);
    }

    @Test
    void decode_variableFrameRate_keepsTheTimesOfTheFile() {
        double[] times = {0, 0.04, 0.08, 1, 1.04, 3.5, 3.54, 3.58};
        Path file =
                Clips.record(
                        folder.resolve("clip"),
                        new Clips.Format("matroska", "mpeg4"),
                        8,
                        25,
                        i -> times[(int) i],
                        Clips.WIDTH,
                        Clips.HEIGHT);

        List<Double> seconds =
                decode(file).samples().stream().map(s -> s.thumbnail().seconds()).toList();

        assertThat(seconds).hasSize(8);
        for (int i = 0; i < times.length; i++) {
            assertThat(seconds.get(i)).isCloseTo(times[i], within(0.021));
        }
    }

    @Test
    void decode_rotatedByAQuarter_standsUpright() {
        byte[] bytes = Clips.bytes(Clips.walk(folder.resolve("clip"), Clips.MPEG4, 5));
        // The matrix of a track lies 40 bytes behind the name of its header (ISO 14496-12, 8.3.2).
        int matrix = Clips.find(bytes, "tkhd") + 4 + 40;
        Clips.put(bytes, matrix, true, 0, 1 << 16, 0, -(1 << 16), 0, 0, Clips.HEIGHT << 16, 0);
        Path file = Clips.write(folder.resolve("rotated.mp4"), bytes);

        Decoded decoded = decode(file);

        assertThat(decoded.info().width()).isEqualTo(Clips.HEIGHT);
        assertThat(decoded.info().height()).isEqualTo(Clips.WIDTH);
        Frame frame = decoded.frames().getFirst();
        // The blue corner at the top left goes to the top right.
        int corner = 3 * (6 * frame.width() + frame.width() - 7);
        assertThat(frame.rgb()[corner] & 0xff).isLessThan(40);
        assertThat(frame.rgb()[corner + 2] & 0xff).isGreaterThan(200);
    }

    @Test
    void decode_fromTheMiddle_givesTheSameSamples() {
        Path file = Clips.resource(folder, "h264-long.mp4");
        Decoded whole = decode(file);

        Decoded rest =
                decode(
                        file,
                        VideoLimits.STANDARD,
                        Optional.of(new From(7.03, whole.info().originTicks())));

        List<Event.Sample> expected =
                whole.samples().stream().filter(s -> s.thumbnail().seconds() >= 7.03).toList();
        assertThat(rest.samples()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            Event.Sample sample = rest.samples().get(i);
            assertThat(sample.thumbnail().seconds())
                    .isEqualTo(expected.get(i).thumbnail().seconds());
            assertThat(sample.thumbnail().rgb()).isEqualTo(expected.get(i).thumbnail().rgb());
            assertThat(sample.frame().map(Frame::rgb).orElse(new byte[0]))
                    .isEqualTo(expected.get(i).frame().map(Frame::rgb).orElse(new byte[0]));
        }
    }

    @Test
    void decode_oneFrame_isAVideoOfOneFrame() {
        Decoded decoded = decode(Clips.walk(folder.resolve("clip"), Clips.MPEG4, 1));

        assertThat(decoded.frames()).hasSize(1);
        assertThat(decoded.end().orElseThrow().endSeconds()).isPositive().isLessThan(1);
    }

    @Test
    void decode_8k_isScaledDown() {
        Path file =
                Clips.record(
                        folder.resolve("clip"),
                        new Clips.Format("avi", "mjpeg"),
                        2,
                        25,
                        i -> i / 25.0,
                        7680,
                        4320);

        Decoded decoded = decode(file);

        assertThat(decoded.info().width()).isEqualTo(7680);
        assertThat(decoded.frames().getFirst().width()).isEqualTo(960);
        assertThat(decoded.frames().getFirst().originalHeight()).isEqualTo(4320);
    }
}
