package dev.earshot.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.video.VideoException;
import dev.earshot.core.video.VideoLimits;
import dev.earshot.video.frame.Frame;
import dev.earshot.video.frame.FrameSource;
import dev.earshot.video.frame.FrameSource.Clip;
import dev.earshot.video.frame.FrameSource.Event;
import dev.earshot.video.frame.FrameSource.From;
import dev.earshot.video.frame.FrameSource.Opening;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class ChildDecoderTest {
    private final FrameSource decoder = new ChildDecoder(patient());
    private Path folder = Path.of("");

    @BeforeEach
    void useAnEmptyFolder(@TempDir Path empty) {
        folder = empty;
    }

    /** Takes a decoder for hung only when it is, however busy the machine. */
    private static DecoderSettings patient() {
        DecoderSettings standard = DecoderSettings.standard();
        return new DecoderSettings(
                standard.longestSide(),
                standard.threads(),
                standard.maxMemoryMegabytes(),
                Duration.ofMinutes(10),
                standard.cache());
    }

    private record Decoded(
            FrameSource.Info info,
            List<Event.Sample> samples,
            Optional<Event.End> end,
            String refusal) {
        List<Frame> frames() {
            return samples.stream().flatMap(s -> s.frame().stream()).toList();
        }
    }

    private Decoded decode(Path file) {
        return decode(file, VideoLimits.STANDARD, Optional.empty());
    }

    private Decoded decode(Path file, VideoLimits limits, Optional<From> from) {
        List<Event.Sample> samples = new ArrayList<>();
        switch (decoder.open(file, limits, from)) {
            case Opening.Refused refused -> {
                return new Decoded(
                        new FrameSource.Info(0, 0, 0, 0, ""),
                        samples,
                        Optional.empty(),
                        refused.reason());
            }
            case Opening.Opened opened -> {
                try (Clip clip = opened.clip()) {
                    while (true) {
                        switch (clip.next()) {
                            case Event.Sample sample -> samples.add(sample);
                            case Event.End end -> {
                                return new Decoded(clip.info(), samples, Optional.of(end), "");
                            }
                            case Event.Refused refused -> {
                                return new Decoded(
                                        clip.info(), samples, Optional.empty(), refused.reason());
                            }
                        }
                    }
                }
            }
        }
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
    void open_emptyFile_isRefused() {
        assertThat(decode(Clips.write(folder.resolve("empty.mp4"), "")).refusal())
                .contains("empty");
    }

    @ParameterizedTest
    @CsvSource({
        "'not a video at all, only words'",
        "'GIF89a'",
        "'#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:2,\nclip\n#EXT-X-ENDLIST\n'",
        "'#EXTM3U\n#EXTINF:2,\nhttp://127.0.0.1:1/clip.mp4\n'",
        "'ffconcat version 1.0\nfile clip\n'",
        "'<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"></MPD>'",
        "'v=0\no=- 0 0 IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n'"
    })
    void open_notAVideoOrAPlaylistOfOne_isRefused(String content) {
        Clips.walk(folder.resolve("clip"), Clips.MPEG4, 25);

        Decoded decoded = decode(Clips.write(folder.resolve("list.mp4"), content));

        assertThat(decoded.refusal()).contains("not a video in a container");
    }

    @Test
    void open_containerThatNamesAnotherFile_readsNothingOfIt() {
        byte[] bytes = Clips.bytes(Clips.walk(folder.resolve("clip"), Clips.MPEG4, 25));
        // A data reference to an address instead of the file itself (ISO 14496-12, 8.7.2).
        int reference = Clips.find(bytes, "url ");
        Clips.put(bytes, reference + 4, true, 0);
        int media = Clips.find(bytes, "mdat");
        Clips.spoil(bytes, media + 4, Math.min(bytes.length, media + 2_000), i -> 0);
        Path file = Clips.write(folder.resolve("reference.mp4"), bytes);

        Decoded decoded = decode(file);

        assertThat(decoded.frames().size()).isLessThan(25);
    }

    @Test
    void open_soundAlone_isRefused() {
        assertThat(decode(Clips.sound(folder.resolve("sound.mp4"))).refusal())
                .contains("no video stream");
    }

    @Test
    void open_mp4CutOffBeforeItsIndex_isRefused() {
        byte[] bytes = Clips.bytes(Clips.walk(folder.resolve("clip"), Clips.MPEG4, 50));
        byte[] half = java.util.Arrays.copyOf(bytes, bytes.length / 2);

        assertThat(decode(Clips.write(folder.resolve("half.mp4"), half)).refusal())
                .contains("cut off");
    }

    @Test
    void decode_aviCutOff_givesWhatIsThereAndSaysSo() {
        byte[] bytes =
                Clips.bytes(
                        Clips.walk(folder.resolve("clip"), new Clips.Format("avi", "mpeg4"), 200));
        byte[] half = java.util.Arrays.copyOf(bytes, bytes.length / 2);

        Decoded decoded = decode(Clips.write(folder.resolve("half.avi"), half));

        assertThat(decoded.samples()).hasSizeBetween(60, 150);
        assertThat(decoded.end().orElseThrow().damage().orElse("")).contains("cut off");
    }

    @Test
    void decode_damagedInTheMiddle_goesOnBehindIt() {
        byte[] bytes = Clips.bytes(Clips.resource(folder, "h264-long.mp4"));
        Random random = new Random(7);
        Clips.spoil(bytes, bytes.length * 2 / 5, bytes.length / 2, i -> random.nextInt(256));

        Decoded decoded = decode(Clips.write(folder.resolve("damaged.mp4"), bytes));

        assertThat(decoded.refusal()).isEmpty();
        assertThat(decoded.samples().getLast().thumbnail().seconds()).isGreaterThan(7);
        assertThat(decoded.samples().stream().anyMatch(Event.Sample::afterDamage)).isTrue();
    }

    @Test
    void decode_oneFrame_isAVideoOfOneFrame() {
        Decoded decoded = decode(Clips.walk(folder.resolve("clip"), Clips.MPEG4, 1));

        assertThat(decoded.frames()).hasSize(1);
        assertThat(decoded.end().orElseThrow().endSeconds()).isPositive().isLessThan(1);
    }

    @ParameterizedTest
    @CsvSource({"mp4", "matroska"})
    void decode_thousandFramesASecond_isRefused(String container) {
        Path file =
                Clips.record(
                        folder.resolve("clip"),
                        new Clips.Format(container, "mpeg4"),
                        2_000,
                        1_000,
                        i -> i / 1_000.0,
                        32,
                        32);

        assertThat(decode(file).refusal()).contains("frames a second");
    }

    @Test
    void open_tenHours_isRefusedAtOnce() {
        Path file =
                Clips.record(
                        folder.resolve("clip"),
                        new Clips.Format("matroska", "mpeg4"),
                        3,
                        25,
                        i -> i * 18_000,
                        Clips.WIDTH,
                        Clips.HEIGHT);

        Decoded decoded = decode(file);

        assertThat(decoded.refusal()).contains("cut it into parts");
        assertThat(decoded.samples()).hasSizeLessThan(3);
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

    @Test
    void open_headerWithMonstrousSize_isRefused() {
        byte[] bytes =
                Clips.bytes(
                        Clips.walk(folder.resolve("clip"), new Clips.Format("avi", "mjpeg"), 5));
        // BITMAPINFOHEADER: its own size, then width and height.
        int format = Clips.find(bytes, "strf") + 8;
        Clips.put(bytes, format + 4, false, 60_000, 60_000);

        assertThat(decode(Clips.write(folder.resolve("monster.avi"), bytes)).refusal())
                .contains("60000 x 60000");
    }

    @Test
    void open_moreThanTheLimits_isRefused() {
        Path file = Clips.walk(folder.resolve("clip"), Clips.MPEG4, 50);

        assertThat(decode(file, new VideoLimits(1, 1 << 20, 60), Optional.empty()).refusal())
                .contains("lasts 2 s");
        assertThat(decode(file, new VideoLimits(9, 1_000, 60), Optional.empty()).refusal())
                .contains("pixels");
    }

    @Test
    void next_decoderKilled_throwsAndTheNextClipDecodes() {
        Path file = Clips.walk(folder.resolve("clip"), Clips.MPEG4, 2_000);
        Opening opening = decoder.open(file, VideoLimits.STANDARD, Optional.empty());
        try (Clip clip = ((Opening.Opened) opening).clip()) {
            ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);

            assertThatThrownBy(() -> drain(clip))
                    .isInstanceOf(VideoException.class)
                    .hasMessageContaining("the decoder ended");
        }
        assertThat(decode(Clips.walk(folder.resolve("other"), Clips.MPEG4, 5)).samples())
                .hasSize(5);
    }

    private static void drain(Clip clip) {
        while (clip.next() instanceof Event.Sample) {
            assertThat(clip.info().width()).isPositive();
        }
    }
}
