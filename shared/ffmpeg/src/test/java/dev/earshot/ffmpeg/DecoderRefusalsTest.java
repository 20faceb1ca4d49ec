package dev.earshot.ffmpeg;

import static dev.earshot.ffmpeg.Decoded.DECODER;
import static dev.earshot.ffmpeg.Decoded.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.video.VideoException;
import dev.earshot.core.video.VideoLimits;
import dev.earshot.video.frame.FrameSource.Clip;
import dev.earshot.video.frame.FrameSource.Event;
import dev.earshot.video.frame.FrameSource.Opening;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/** What is no video, too much of one, or damaged is refused or told, and harms no other. */
class DecoderRefusalsTest {
    private Path folder = Path.of("");

    @BeforeEach
    void useAnEmptyFolder(@TempDir Path empty) {
        folder = empty;
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
        Opening opening = DECODER.open(file, VideoLimits.STANDARD, Optional.empty());
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
