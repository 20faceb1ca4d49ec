package dev.earshot.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_DEFAULT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/** Scales frames of any size and pixel format to RGB of one size. Used by one thread. */
final class Scaling implements AutoCloseable {
    private static final int CHANNELS = 3;

    /** swscale writes whole vectors past the last pixel of a row. */
    private static final int ROW_ALIGNMENT = 64;

    /**
     * Video of at least this height without a stated colour space is taken as BT.709, as players
     * do.
     */
    private static final int HIGH_DEFINITION = 720;

    private static final int ONE = 1 << 16;

    private final int width;
    private final int height;
    private final int flags;
    private final int stride;
    private final BytePointer target;
    private final PointerPointer<BytePointer> planes = new PointerPointer<>(4);
    private final IntPointer strides;
    private @Nullable SwsContext context;

    /**
     * @param flags swscale's scaling method
     */
    Scaling(int width, int height, int flags) {
        this.width = width;
        this.height = height;
        this.flags = flags;
        this.stride = (CHANNELS * width + ROW_ALIGNMENT - 1) / ROW_ALIGNMENT * ROW_ALIGNMENT;
        this.target = new BytePointer((long) stride * (height + 1));
        this.strides = new IntPointer(stride, 0, 0, 0);
        planes.put(0, target);
    }

    /** Interleaved red, green, blue without gaps; empty frames throw. */
    byte[] scale(AVFrame frame) throws RefusedException {
        context =
                sws_getCachedContext(
                        context,
                        frame.width(),
                        frame.height(),
                        frame.format(),
                        width,
                        height,
                        AV_PIX_FMT_RGB24,
                        flags,
                        null,
                        null,
                        (DoublePointer) null);
        if (context == null || context.isNull()) {
            throw new RefusedException(
                    "The video's pixel format is not one that can be converted: convert the"
                            + " video to H.264 with 8 bits a channel.");
        }
        sws_setColorspaceDetails(
                context,
                sws_getCoefficients(matrix(frame)),
                frame.color_range() == AVCOL_RANGE_JPEG ? 1 : 0,
                sws_getCoefficients(SWS_CS_DEFAULT),
                1,
                0,
                ONE,
                ONE);
        sws_scale(context, frame.data(), frame.linesize(), 0, frame.height(), planes, strides);
        byte[] rgb = new byte[CHANNELS * width * height];
        for (int y = 0; y < height; y++) {
            target.position((long) y * stride).get(rgb, y * CHANNELS * width, CHANNELS * width);
        }
        target.position(0);
        return rgb;
    }

    private static int matrix(AVFrame frame) {
        int space = frame.colorspace();
        boolean old = space == AVCOL_SPC_BT470BG || space == AVCOL_SPC_SMPTE170M;
        return space == AVCOL_SPC_BT709 || (!old && frame.height() >= HIGH_DEFINITION)
                ? SWS_CS_ITU709
                : SWS_CS_DEFAULT;
    }

    @Override
    public void close() {
        if (context != null) {
            sws_freeContext(context);
        }
        planes.close();
        strides.close();
        target.close();
    }
}
