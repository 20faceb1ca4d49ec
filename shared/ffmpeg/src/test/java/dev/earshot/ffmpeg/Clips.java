package dev.earshot.ffmpeg;

import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;

/**
 * Makes small videos with the same FFmpeg, and damages them. Those that FFmpeg's own encoders can
 * make are made when a test needs them; the others are test resources, because the libraries behind
 * their encoders can crash the test's JVM. {@code Clips FOLDER NAME} makes one of these again.
 */
final class Clips {
    static final int WIDTH = 160;
    static final int HEIGHT = 96;

    private Clips() {}

    /** How a clip is encoded. */
    record Format(String container, String encoder) {}

    /** Made by FFmpeg itself. */
    static final Format MPEG4 = new Format("mp4", "mpeg4");

    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0], arguments[1]);
        switch (arguments[1]) {
            case "h264.mp4" -> walk(file, new Format("mp4", "libopenh264"), 50);
            case "h264-long.mp4" -> walk(file, new Format("mp4", "libopenh264"), 300);
            case "h264.mov" -> walk(file, new Format("mov", "libopenh264"), 50);
            case "h264.mkv" -> walk(file, new Format("matroska", "libopenh264"), 50);
            case "vp9.webm" -> walk(file, new Format("webm", "libvpx-vp9"), 50);
            case "vp8.webm" -> walk(file, new Format("webm", "libvpx"), 50);
            case "av1.mp4" -> walk(file, new Format("mp4", "libsvtav1"), 50);
            default -> throw new IllegalArgumentException("no clip has this name");
        }
    }

    /** A copy of a clip among the resources. */
    static Path resource(Path folder, String name) {
        try (InputStream in = Clips.class.getResourceAsStream("clips/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource clips/" + name);
            }
            return Files.write(folder.resolve(name), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A square that moves to the right over stripes, 25 frames a second. */
    static Path walk(Path file, Format format, int frames) {
        return record(file, format, frames, 25, i -> i / 25.0, WIDTH, HEIGHT);
    }

    /**
     * @param seconds when each frame is shown
     */
    static Path record(
            Path file,
            Format format,
            int frames,
            double rate,
            DoubleUnaryOperator seconds,
            int width,
            int height) {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        try (FFmpegFrameRecorder recorder =
                new FFmpegFrameRecorder(file.toFile(), width, height, 0)) {
            recorder.setFormat(format.container());
            recorder.setVideoCodecName(format.encoder());
            recorder.setFrameRate(rate);
            recorder.setPixelFormat(
                    format.encoder().equals("mjpeg")
                            ? avutil.AV_PIX_FMT_YUVJ420P
                            : avutil.AV_PIX_FMT_YUV420P);
            recorder.setGopSize(25);
            recorder.setVideoBitrate(120_000);
            recorder.start();
            for (int i = 0; i < frames; i++) {
                long at = Math.round(seconds.applyAsDouble(i) * 1e6);
                if (at > recorder.getTimestamp()) {
                    recorder.setTimestamp(at);
                }
                recorder.record(picture(width, height, i));
            }
            recorder.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    static Path sound(Path file) {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), 1)) {
            recorder.setFormat("mp4");
            recorder.setAudioCodecName("aac");
            recorder.setSampleRate(44_100);
            recorder.start();
            recorder.recordSamples(44_100, 1, ShortBuffer.wrap(new short[44_100]));
            recorder.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static Frame picture(int width, int height, int index) {
        Frame frame = new Frame(width, height, Frame.DEPTH_UBYTE, 3);
        ByteBuffer pixels = (ByteBuffer) frame.image[0];
        int left = 4 * index % width;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean square = x >= left && x < left + 24 && y >= 30 && y < 54;
                boolean corner = x < width / 4 && y < height / 4;
                int stripe = y / 12 % 2 == 0 ? 60 : 140;
                int at = y * frame.imageStride + 3 * x;
                pixels.put(at, (byte) (corner ? 255 : square ? 20 : stripe));
                pixels.put(at + 1, (byte) (corner ? 0 : square ? 220 : stripe));
                pixels.put(at + 2, (byte) (corner ? 0 : square ? 220 : 200));
            }
        }
        return frame;
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Offset of a word in a file. */
    static int find(byte[] bytes, String word) {
        byte[] wanted = word.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            int same = 0;
            while (same < wanted.length && bytes[i + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return i;
            }
        }
        throw new IllegalArgumentException("no " + word + " in the file");
    }

    /** Puts 32-bit numbers into a file. */
    static void put(byte[] bytes, int at, boolean bigEndian, int... values) {
        ByteBuffer buffer =
                ByteBuffer.wrap(bytes)
                        .order(
                                bigEndian
                                        ? java.nio.ByteOrder.BIG_ENDIAN
                                        : java.nio.ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values.length; i++) {
            buffer.putInt(at + 4 * i, values[i]);
        }
    }

    /** Damages a part of a file. */
    static void spoil(byte[] bytes, int from, int to, IntUnaryOperator with) {
        for (int i = from; i < to; i++) {
            bytes[i] = (byte) with.applyAsInt(i);
        }
    }
}
