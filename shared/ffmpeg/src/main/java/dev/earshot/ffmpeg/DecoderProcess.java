package dev.earshot.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FAST_BILINEAR;

import dev.earshot.video.frame.Frame;
import dev.earshot.video.frame.FrameSource.Event;
import dev.earshot.video.frame.FrameSource.From;
import dev.earshot.video.frame.FrameSource.Info;
import dev.earshot.video.frame.Thumbnail;

import org.bytedeco.ffmpeg.avutil.AVFrame;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * The child process: decodes one file and writes thumbnails and scaled frames to its standard
 * output, in {@link FrameWriter}'s format. It ends when its standard input is closed, and so with
 * its parent.
 */
public final class DecoderProcess {
    /** Largest single allocation of FFmpeg: enough for an 8K frame of 16-bit RGBA. */
    private static final int MAX_ALLOCATION = 384 << 20;

    /**
     * Decoding begins this long before the wanted frame, since the first frames after a seek may be
     * missing (open groups of pictures).
     */
    private static final double LEAD_SECONDS = 3;

    /**
     * The header's duration may exceed that of the frames by this, plus 5 %, before the file counts
     * as damaged.
     */
    private static final double MISSING_SECONDS = 1;

    /** Pixels per side of the picture that a thumbnail is averaged from. */
    private static final int AVERAGED_SIDE = 4 * Thumbnail.SIDE;

    private final DecoderRequest request;
    private final FrameWriter out;

    private DecoderProcess(DecoderRequest request, FrameWriter out) {
        this.request = request;
        this.out = out;
    }

    /**
     * Takes arguments as {@link DecoderRequest} writes them. Exits with 0 when everything was
     * written, 1 after an error.
     */
    public static void main(String[] arguments) throws IOException {
        FrameWriter out = new FrameWriter(new FileOutputStream(FileDescriptor.out));
        System.setOut(System.err);
        endWithParent();
        av_log_set_level(AV_LOG_QUIET);
        av_max_alloc(MAX_ALLOCATION);
        try {
            new DecoderProcess(DecoderRequest.of(arguments), out).run();
        } catch (RefusedException e) {
            out.refused(String.valueOf(e.getMessage()));
        }
        out.close();
        // Halts: exiting would run the clean-up of native libraries.
        Runtime.getRuntime().halt(0);
    }

    private static void endWithParent() {
        Thread.ofPlatform()
                .daemon()
                .start(
                        () -> {
                            try {
                                while (System.in.read() >= 0) {
                                    Thread.onSpinWait();
                                }
                            } catch (IOException e) {
                                // As at the end of the input: the parent is gone.
                            }
                            Runtime.getRuntime().halt(2);
                        });
    }

    private void run() throws RefusedException, IOException {
        if (!decode(request.from())) {
            decode(Optional.empty());
        }
    }

    /** False, with nothing written, if the file could not be seeked to before the wanted frame. */
    private boolean decode(Optional<From> seek) throws RefusedException, IOException {
        try (Demuxer demuxer = Demuxer.open(request.file(), request.limits());
                Decoder decoder = new Decoder(demuxer, request.limits(), request.threads())) {
            if (seek.isPresent() && !seek(demuxer, decoder, seek.get())) {
                return false;
            }
            AVFrame frame = decoder.next();
            if (frame == null) {
                if (seek.isPresent()) {
                    return false;
                }
                throw new RefusedException(
                        "Not one frame of the video could be decoded: the file is damaged or cut"
                                + " off, upload it again.");
            }
            if (seek.isPresent()
                    && seconds(frame, seek.get().originTicks(), demuxer) > seek.get().seconds()) {
                return false;
            }
            Demuxer.checkSize(frame.width(), frame.height(), request.limits());
            write(demuxer, decoder, frame);
            return true;
        }
    }

    private static double seconds(AVFrame frame, long origin, Demuxer demuxer) {
        return (frame.best_effort_timestamp() - origin) * demuxer.secondsPerTick();
    }

    private static boolean seek(Demuxer demuxer, Decoder decoder, From from) {
        double target = from.seconds() - LEAD_SECONDS;
        if (target <= 0) {
            return true;
        }
        decoder.flush();
        return demuxer.seek(from.originTicks() + Math.round(target / demuxer.secondsPerTick()));
    }

    /** How large frames are stored and written, and how they are turned. */
    private record Shape(Upright upright, int width, int height, double zoom) {
        static Shape of(AVFrame first, Upright upright, int longestSide) {
            int longer = Math.max(first.width(), first.height());
            double zoom = Math.min(1, (double) longestSide / longer);
            return new Shape(upright, first.width(), first.height(), zoom);
        }

        int scaledWidth() {
            return (int) Math.max(1, Math.round(width * zoom));
        }

        int scaledHeight() {
            return (int) Math.max(1, Math.round(height * zoom));
        }

        /** The upright frame of these scaled pixels, as they are stored. */
        Frame frame(double seconds, byte[] scaled) {
            return new Frame(
                    seconds,
                    upright.width(scaledWidth(), scaledHeight()),
                    upright.height(scaledWidth(), scaledHeight()),
                    upright.turn(scaled, scaledWidth(), scaledHeight()),
                    upright.width(width, height),
                    upright.height(width, height));
        }
    }

    private void write(Demuxer demuxer, Decoder decoder, AVFrame first)
            throws RefusedException, IOException {
        Upright upright = demuxer.upright();
        Shape shape = Shape.of(first, upright, request.longestSide());
        long origin = request.from().map(From::originTicks).orElse(origin(demuxer, first));
        Sampling sampling =
                new Sampling(
                        demuxer.secondsPerTick(),
                        1 / demuxer.framesPerSecond(),
                        demuxer.durationSeconds(),
                        request.limits());
        out.header(
                new Info(
                        upright.width(shape.width(), shape.height()),
                        upright.height(shape.width(), shape.height()),
                        demuxer.durationSeconds(),
                        origin,
                        demuxer.codec().name().getString()),
                upright.width(shape.scaledWidth(), shape.scaledHeight()),
                upright.height(shape.scaledWidth(), shape.scaledHeight()));
        double from = request.from().map(From::seconds).orElse(0.0);
        int smoothly = shape.zoom() < 1 ? SWS_AREA : SWS_BILINEAR;
        try (Scaling small = new Scaling(AVERAGED_SIDE, AVERAGED_SIDE, SWS_FAST_BILINEAR);
                Scaling full = new Scaling(shape.scaledWidth(), shape.scaledHeight(), smoothly)) {
            long damaged = 0;
            for (AVFrame frame = first; frame != null; frame = decoder.next()) {
                long stamp = frame.best_effort_timestamp();
                double seconds =
                        sampling.take(stamp == AV_NOPTS_VALUE ? Long.MIN_VALUE : stamp - origin);
                if (seconds < from || !sampling.wantsThumbnail()) {
                    continue;
                }
                byte[] thumbnail =
                        upright.turn(averaged(small.scale(frame)), Thumbnail.SIDE, Thumbnail.SIDE);
                Optional<Frame> whole =
                        sampling.wantsFrame()
                                ? Optional.of(shape.frame(seconds, full.scale(frame)))
                                : Optional.empty();
                out.sample(
                        new Event.Sample(
                                new Thumbnail(seconds, thumbnail),
                                whole,
                                decoder.damaged() > damaged));
                damaged = decoder.damaged();
            }
        }
        out.end(
                new Event.End(
                        sampling.endSeconds(),
                        sampling.frames(),
                        damage(demuxer, sampling.endSeconds())));
    }

    private static long origin(Demuxer demuxer, AVFrame first) {
        long stamp = first.best_effort_timestamp();
        long start = demuxer.startTicks();
        return stamp != AV_NOPTS_VALUE ? stamp : start != AV_NOPTS_VALUE ? start : 0;
    }

    private static Optional<String> damage(Demuxer demuxer, double end) throws IOException {
        double stated = demuxer.durationSeconds();
        if (demuxer.statesOwnDuration() && end < stated - MISSING_SECONDS - 0.05 * stated) {
            return Optional.of(
                    String.format(
                            Locale.ROOT,
                            "the header says %.1f s, but the frames end at %.1f s: the file is cut"
                                    + " off or damaged",
                            stated,
                            end));
        }
        return demuxer.endsEarly()
                ? Optional.of("the file is shorter than its header says: it is cut off")
                : Optional.empty();
    }

    /** The thumbnail: means of 4 x 4 pixels. */
    private static byte[] averaged(byte[] rgb) {
        byte[] out = new byte[Thumbnail.BYTES];
        for (int y = 0; y < Thumbnail.SIDE; y++) {
            for (int x = 0; x < Thumbnail.SIDE; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    int sum = 8;
                    for (int k = 0; k < 16; k++) {
                        int row = 4 * y + k / 4;
                        int column = 4 * x + k % 4;
                        sum += rgb[3 * (row * AVERAGED_SIDE + column) + channel] & 0xff;
                    }
                    out[3 * (y * Thumbnail.SIDE + x) + channel] = (byte) (sum / 16);
                }
            }
        }
        return out;
    }
}
