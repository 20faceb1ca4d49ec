package dev.earshot.ffmpeg;

import dev.earshot.core.video.VideoException;
import dev.earshot.video.frame.FrameSource.Clip;
import dev.earshot.video.frame.FrameSource.Event;
import dev.earshot.video.frame.FrameSource.Info;
import dev.earshot.video.frame.FrameSource.Opening;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A file being decoded by a child process. A thread reads the pipe ahead, so that parent and child
 * work at the same time.
 */
final class ChildClip implements Clip {
    /**
     * Kilobytes of messages read ahead. A frame has up to 2.8 MB and five come a second, so this is
     * about ten seconds of a typical video: as long as the models may take for one frame.
     */
    private static final int READ_AHEAD_KILOBYTES = 64 << 10;

    private static final int THUMBNAIL = 4;

    private final Process process;
    private final Info info;
    private final Duration silence;
    private final BlockingQueue<Message> ahead = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(READ_AHEAD_KILOBYTES);
    private final Thread reading;
    private double seconds;

    private ChildClip(Process process, Info info, FrameReader reader, Duration silence) {
        this.process = process;
        this.info = info;
        this.silence = silence;
        this.reading = Thread.ofVirtual().unstarted(() -> read(reader));
    }

    /** A message from the pipe. */
    private sealed interface Message {
        record Received(Event event) implements Message {}

        record Broken(IOException cause) implements Message {}
    }

    static Opening open(Process process, DecoderSettings settings) {
        FrameReader reader = new FrameReader(process.getInputStream(), settings.longestSide());
        BlockingQueue<Object> first = new ArrayBlockingQueue<>(1);
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                first.add(reader.begin());
                            } catch (IOException e) {
                                first.add(e);
                            }
                        });
        Object began = take(first, settings.silence());
        return switch (began) {
            case FrameReader.Beginning.Refused refused -> {
                end(process);
                yield new Opening.Refused(refused.reason());
            }
            case FrameReader.Beginning.Header header -> {
                ChildClip clip = new ChildClip(process, header.info(), reader, settings.silence());
                clip.reading.start();
                yield new Opening.Opened(clip);
            }
            case IOException broken -> throw died(process, 0, broken);
            case null, default -> throw hung(process, 0, settings.silence());
        };
    }

    @Override
    public Info info() {
        return info;
    }

    @Override
    public Event next() {
        Message message = take(ahead, silence);
        return switch (message) {
            case Message.Received received -> {
                room.release(kilobytes(received.event()));
                if (received.event() instanceof Event.Sample sample) {
                    seconds = sample.thumbnail().seconds();
                }
                yield received.event();
            }
            case Message.Broken broken -> throw died(process, seconds, broken.cause());
            case null -> throw hung(process, seconds, silence);
        };
    }

    private void read(FrameReader reader) {
        try {
            Event event;
            do {
                event = reader.next();
                room.acquire(kilobytes(event));
                ahead.put(new Message.Received(event));
            } while (event instanceof Event.Sample);
        } catch (IOException e) {
            try {
                ahead.put(new Message.Broken(e));
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static int kilobytes(Event event) {
        return event instanceof Event.Sample sample
                ? THUMBNAIL + sample.frame().map(frame -> frame.rgb().length >> 10).orElse(0)
                : 0;
    }

    private static <T> @Nullable T take(BlockingQueue<T> queue, Duration atMost) {
        try {
            return queue.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VideoException("interrupted while a video was decoded", e);
        }
    }

    private static VideoException died(Process process, double seconds, IOException cause) {
        String how = "";
        try {
            if (process.waitFor(1, TimeUnit.SECONDS)) {
                how = " with status " + process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end(process);
        return new VideoException(
                String.format(
                        Locale.ROOT, "the decoder ended at %.1f s of the video%s", seconds, how),
                cause);
    }

    private static VideoException hung(Process process, double seconds, Duration silence) {
        end(process);
        return new VideoException(
                String.format(
                        Locale.ROOT,
                        "the decoder said nothing for %d s at %.1f s of the video",
                        silence.toSeconds(),
                        seconds),
                null);
    }

    private static void end(Process process) {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        reading.interrupt();
        end(process);
    }
}
