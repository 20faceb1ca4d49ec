package dev.earshot.ffmpeg;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FORCE;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXTERNAL;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Feeds one file's bytes to FFmpeg through callbacks, so that FFmpeg opens nothing itself. */
final class InputFile implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int SEEK_SET = 0;
    private static final int SEEK_CUR = 1;
    private static final int SEEK_END = 2;

    private final FileChannel channel;
    private final Reader reader;
    private final Seeker seeker;
    private final AVIOContext context;

    InputFile(Path file) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.reader = new Reader(channel);
        this.seeker = new Seeker(channel);
        this.context =
                avio_alloc_context(
                        new BytePointer(av_malloc(BUFFER_BYTES)),
                        BUFFER_BYTES,
                        0,
                        null,
                        reader,
                        null,
                        seeker);
    }

    AVIOContext context() {
        return context;
    }

    long size() throws IOException {
        return channel.size();
    }

    @Override
    public void close() throws IOException {
        av_free(context.buffer());
        avio_context_free(context);
        reader.close();
        seeker.close();
        channel.close();
    }

    private static final class Reader extends Read_packet_Pointer_BytePointer_int {
        private final transient FileChannel channel;

        Reader(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public int call(Pointer opaque, BytePointer buffer, int size) {
            try {
                int read = channel.read(buffer.capacity(size).asByteBuffer());
                return read < 0 ? AVERROR_EOF : read;
            } catch (IOException | RuntimeException e) {
                return AVERROR_EXTERNAL;
            }
        }
    }

    private static final class Seeker extends Seek_Pointer_long_int {
        private final transient FileChannel channel;

        Seeker(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public long call(Pointer opaque, long offset, int whence) {
            try {
                long target =
                        switch (whence & ~AVSEEK_FORCE) {
                            case AVSEEK_SIZE -> -1;
                            case SEEK_SET -> offset;
                            case SEEK_CUR -> channel.position() + offset;
                            case SEEK_END -> channel.size() + offset;
                            default -> throw new IOException("unknown origin " + whence);
                        };
                if ((whence & AVSEEK_SIZE) != 0) {
                    return channel.size();
                }
                if (target < 0) {
                    return AVERROR_EXTERNAL;
                }
                channel.position(target);
                return target;
            } catch (IOException | RuntimeException e) {
                return AVERROR_EXTERNAL;
            }
        }
    }
}
