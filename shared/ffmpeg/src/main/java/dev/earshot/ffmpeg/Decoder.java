package dev.earshot.ffmpeg;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import dev.earshot.core.video.VideoLimits;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decodes a container's packets into frames, skipping damage where it can. Used by one thread. */
final class Decoder implements AutoCloseable {
    /** Consecutive failed reads after which the file is given up. */
    private static final int MAX_FAILED_READS = 100;

    private final Demuxer demuxer;
    private final AVCodecContext context;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private int failedReads;
    private long damaged;
    private boolean draining;

    Decoder(Demuxer demuxer, VideoLimits limits, int threads) throws RefusedException {
        this.demuxer = demuxer;
        this.context = avcodec_alloc_context3(demuxer.codec());
        avcodec_parameters_to_context(context, demuxer.stream().codecpar());
        context.pkt_timebase(demuxer.stream().time_base());
        context.thread_count(threads);
        context.max_pixels(limits.maxPixels());
        if (avcodec_open2(context, demuxer.codec(), (AVDictionary) null) < 0) {
            throw new RefusedException(
                    "The video stream's header is damaged: no decoder opens for it.");
        }
    }

    /** The next complete frame, valid until the next call; null at the end. */
    @org.jspecify.annotations.Nullable
    AVFrame next() {
        while (true) {
            av_frame_unref(frame);
            int received = avcodec_receive_frame(context, frame);
            if (received >= 0) {
                if ((frame.flags() & AV_FRAME_FLAG_CORRUPT) != 0
                        || frame.decode_error_flags() != 0) {
                    damaged++;
                } else if (frame.width() > 0 && frame.height() > 0) {
                    return frame;
                }
            } else if (received == AVERROR_EOF || (draining && received != AVERROR_EAGAIN())) {
                return null;
            } else if (received == AVERROR_EAGAIN()) {
                feed();
            } else {
                damaged++;
                feed();
            }
        }
    }

    private void feed() {
        while (true) {
            av_packet_unref(packet);
            int read = av_read_frame(demuxer.context(), packet);
            if (read == AVERROR_EOF || (read < 0 && ++failedReads > MAX_FAILED_READS)) {
                damaged += read == AVERROR_EOF ? 0 : 1;
                draining = true;
                avcodec_send_packet(context, null);
                return;
            }
            if (read < 0) {
                continue;
            }
            failedReads = 0;
            if (packet.stream_index() == demuxer.stream().index()) {
                int sent = avcodec_send_packet(context, packet);
                if (sent < 0 && sent != AVERROR_EAGAIN()) {
                    damaged++;
                } else {
                    return;
                }
            }
        }
    }

    /** Resets the decoder after a seek. */
    void flush() {
        avcodec_flush_buffers(context);
    }

    /** Number of damaged frames and packets so far. */
    long damaged() {
        return damaged;
    }

    @Override
    public void close() {
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
