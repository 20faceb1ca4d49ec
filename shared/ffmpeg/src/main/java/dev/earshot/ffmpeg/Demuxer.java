package dev.earshot.ffmpeg;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_CUSTOM_IO;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AV1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder_by_name;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import dev.earshot.core.video.VideoLimits;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** An open container and its video stream, checked against the limits. Used by one thread. */
final class Demuxer implements AutoCloseable {
    /** Allowed demuxers by FFmpeg's names; playlists and lists of files are not among them. */
    private static final String FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi";

    /** No protocol has this name, so nothing in a file can open another file or an address. */
    private static final String NO_PROTOCOL = "none";

    private static final Set<String> CODECS =
            Set.of(
                    "h264",
                    "hevc",
                    "vp8",
                    "vp9",
                    "libaom-av1",
                    "mpeg4",
                    "msmpeg4v2",
                    "msmpeg4",
                    "mpeg1video",
                    "mpeg2video",
                    "h263",
                    "mjpeg",
                    "prores",
                    "ffv1",
                    "wmv1",
                    "wmv2",
                    "theora",
                    "rawvideo");

    private static final String MAX_STREAMS = "32";

    /** Fewer frames are not enough to measure a rate. */
    private static final int FRAMES_FOR_A_RATE = 480;

    private final Path file;
    private final InputFile input;
    private final AVFormatContext context;
    private final AVStream stream;
    private final AVCodec codec;

    private Demuxer(
            Path file, InputFile input, AVFormatContext context, AVStream stream, AVCodec codec) {
        this.file = file;
        this.input = input;
        this.context = context;
        this.stream = stream;
        this.codec = codec;
    }

    static Demuxer open(Path file, VideoLimits limits) throws RefusedException, IOException {
        InputFile input = new InputFile(file);
        if (input.size() == 0) {
            throw new RefusedException("The file is empty (0 bytes): upload it again.");
        }
        AVFormatContext context = avformat_alloc_context();
        context.pb(input.context());
        context.flags(context.flags() | AVFMT_FLAG_CUSTOM_IO);
        AVDictionary options = new AVDictionary((Pointer) null);
        av_dict_set(options, "format_whitelist", FORMATS, 0);
        av_dict_set(options, "protocol_whitelist", NO_PROTOCOL, 0);
        av_dict_set(options, "codec_whitelist", String.join(",", CODECS), 0);
        av_dict_set(options, "max_streams", MAX_STREAMS, 0);
        int opened = avformat_open_input(context, (String) null, null, options);
        av_dict_free(options);
        if (opened < 0) {
            throw new RefusedException(whyNotOpened(file));
        }
        checkSizes(context, limits);
        avformat_find_stream_info(context, (PointerPointer<?>) null);
        return chosen(file, input, context, limits);
    }

    private static Demuxer chosen(
            Path file, InputFile input, AVFormatContext context, VideoLimits limits)
            throws RefusedException {
        int index =
                av_find_best_stream(
                        context, AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
        if (index < 0
                || (context.streams(index).disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0) {
            throw new RefusedException(
                    context.nb_streams() == 0
                            ? "The container holds no stream: the file is damaged."
                            : "The file has no video stream, only sound or other data.");
        }
        AVStream stream = context.streams(index);
        for (int i = 0; i < context.nb_streams(); i++) {
            if (i != index) {
                context.streams(i).discard(AVDISCARD_ALL);
            }
        }
        AVCodec codec = codec(stream.codecpar().codec_id());
        Demuxer demuxer = new Demuxer(file, input, context, stream, codec);
        demuxer.check(limits);
        return demuxer;
    }

    /** FFmpeg's native AV1 decoder only works on graphics hardware. */
    private static AVCodec codec(int id) throws RefusedException {
        AVCodec codec =
                id == AV_CODEC_ID_AV1
                        ? avcodec_find_decoder_by_name("libaom-av1")
                        : avcodec_find_decoder(id);
        if (codec == null || codec.isNull() || !CODECS.contains(codec.name().getString())) {
            throw new RefusedException(
                    "The video's codec is not one that is decoded (H.264, HEVC, VP8, VP9, AV1,"
                            + " MPEG-4, MPEG-2, Motion JPEG, ProRes): convert it to H.264.");
        }
        return codec;
    }

    private static void checkSizes(AVFormatContext context, VideoLimits limits)
            throws RefusedException {
        for (int i = 0; i < context.nb_streams(); i++) {
            checkSize(
                    context.streams(i).codecpar().width(),
                    context.streams(i).codecpar().height(),
                    limits);
        }
    }

    static void checkSize(int width, int height, VideoLimits limits) throws RefusedException {
        if (width < 0 || height < 0 || (long) width * height > limits.maxPixels()) {
            throw new RefusedException(
                    String.format(
                            Locale.ROOT,
                            "A frame has %d x %d pixels; at most %,d are decoded: scale it down.",
                            width,
                            height,
                            limits.maxPixels()));
        }
    }

    private void check(VideoLimits limits) throws RefusedException {
        checkSize(width(), height(), limits);
        if (durationSeconds() > limits.maxSeconds()) {
            throw tooLong(durationSeconds(), limits);
        }
        if (stream.nb_frames() > FRAMES_FOR_A_RATE
                && framesPerSecond() > limits.maxFramesPerSecond()) {
            throw tooFast(framesPerSecond(), limits);
        }
    }

    static RefusedException tooLong(double seconds, VideoLimits limits) {
        return new RefusedException(
                String.format(
                        Locale.ROOT,
                        "The video lasts %.0f s; at most %.0f s are analysed: cut it into parts.",
                        seconds,
                        limits.maxSeconds()));
    }

    static RefusedException tooFast(double rate, VideoLimits limits) {
        return new RefusedException(
                String.format(
                        Locale.ROOT,
                        "The video has %.0f frames a second; at most %.0f are decoded: convert it.",
                        rate,
                        limits.maxFramesPerSecond()));
    }

    private static String whyNotOpened(Path file) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(16);
        try (FileChannel channel = FileChannel.open(file)) {
            channel.read(head);
        }
        String text = new String(head.array(), 0, head.position(), StandardCharsets.ISO_8859_1);
        boolean known =
                (text.length() >= 8 && text.startsWith("ftyp", 4))
                        || text.startsWith("\u001aE\u00df\u00a3")
                        || (text.startsWith("RIFF") && text.startsWith("AVI ", 8));
        return known
                ? "The file ends before its index or header is complete, or that is damaged: the"
                        + " upload was probably cut off, upload it again."
                : "The file is not a video in a container that is read (mp4, mov, webm, mkv,"
                        + " avi); playlists and lists of files are not followed.";
    }

    AVFormatContext context() {
        return context;
    }

    AVStream stream() {
        return stream;
    }

    AVCodec codec() {
        return codec;
    }

    int width() {
        return stream.codecpar().width();
    }

    int height() {
        return stream.codecpar().height();
    }

    /** Duration by the header, 0 if it does not say. */
    double durationSeconds() {
        if (stream.duration() != AV_NOPTS_VALUE && stream.duration() > 0) {
            return stream.duration() * secondsPerTick();
        }
        return context.duration() != AV_NOPTS_VALUE && context.duration() > 0
                ? context.duration() / 1e6
                : 0;
    }

    /** Whether {@link #durationSeconds} is that of the video stream itself and not of the sound. */
    boolean statesOwnDuration() {
        return context.nb_streams() == 1
                || (stream.duration() != AV_NOPTS_VALUE && stream.duration() > 0);
    }

    /** Whether an AVI file is shorter than the size in its header; other containers state times. */
    boolean endsEarly() throws IOException {
        ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file)) {
            channel.read(head);
            return head.position() == 8
                    && head.get(0) == 'R'
                    && head.get(1) == 'I'
                    && head.get(2) == 'F'
                    && 8 + Integer.toUnsignedLong(head.getInt(4)) > channel.size() + 1;
        }
    }

    double secondsPerTick() {
        AVRational base = stream.time_base();
        return (double) base.num() / base.den();
    }

    /** Average rate by the header, 25 if it does not say. */
    double framesPerSecond() {
        AVRational rate = stream.avg_frame_rate();
        return rate.num() > 0 && rate.den() > 0 ? (double) rate.num() / rate.den() : 25;
    }

    /**
     * Time stamp of the stream's beginning, or FFmpeg's no-value marker if the header does not say.
     */
    long startTicks() {
        return stream.start_time();
    }

    Upright upright() {
        AVPacketSideData data =
                av_packet_side_data_get(
                        stream.codecpar().coded_side_data(),
                        stream.codecpar().nb_coded_side_data(),
                        AV_PKT_DATA_DISPLAYMATRIX);
        if (data == null || data.isNull() || data.size() < 9 * 4) {
            return Upright.NONE;
        }
        int[] matrix = new int[9];
        new IntPointer(data.data()).get(matrix);
        return Upright.of(matrix);
    }

    /** Seeks to a frame from which decoding can begin, at or before a time; false if it can't. */
    boolean seek(long ticks) {
        return av_seek_frame(context, stream.index(), ticks, AVSEEK_FLAG_BACKWARD) >= 0;
    }

    @Override
    public void close() throws IOException {
        avformat_close_input(context);
        input.close();
    }
}
