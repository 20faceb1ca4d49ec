package dev.earshot.cli.analyze;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostEvent;
import dev.earshot.core.post.PostFiles;
import dev.earshot.core.post.PostFiles.Opening;
import dev.earshot.core.post.PostFiles.Position;
import dev.earshot.core.post.PostFiles.Request;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.djl.image.MediaType;
import dev.earshot.wire.DecodeLimits;
import dev.earshot.wire.PostFile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Reads one file of any kind: NDJSON, a JSON array or document of any known format, CSV, a picture,
 * each of them also with gzip, or a video. Reads on only as items are taken, so a file may be of
 * any size; at most 64 Mi characters of one JSON document or line are held in memory. Not
 * thread-safe.
 */
final class FileReading {
    private static final int MAX_PICTURE_BYTES = 25 << 20;

    /** How much of a file is examined to recognise its format, compressed or not. */
    private static final int LOOK_BYTES = 1 << 20;

    private static final int HEAD_BYTES = 4_096;
    private static final WorkspaceId WORKSPACE = new WorkspaceId("default");

    private final String file;
    private final Optional<String> source;
    private final PostFiles formats;
    private final BatchQueue queue;
    private final Instant now;

    /**
     * @param source the format's name, empty to recognise it
     * @param now taken as the time of posts that state none
     */
    FileReading(
            String file,
            Optional<String> source,
            Pseudonymiser pseudonymiser,
            BatchQueue queue,
            Instant now) {
        this.file = file;
        this.source = source;
        this.formats = new PostFile(pseudonymiser, DecodeLimits.FILE);
        this.queue = queue;
        this.now = now;
    }

    /** Reads to the end; a file that turns out unreadable ends with a refused item. */
    void read(InputStream raw) throws InterruptedException {
        try {
            var in = new BufferedInputStream(raw, 1 << 16);
            in.mark(LOOK_BYTES);
            byte[] head = in.readNBytes(HEAD_BYTES);
            in.reset();
            if (MediaType.of(head).kind() == MediaType.Kind.VIDEO) {
                video();
                return;
            }
            in.mark(LOOK_BYTES);
            Request request = new Request(file, WORKSPACE, source, now, Position.START);
            switch (formats.open(offset -> in, request)) {
                case Opening.Opened opened -> {
                    try (PostFiles.Reader reader = opened.reader()) {
                        rows(reader);
                    }
                }
                case Opening.Refused refused when refused.why() == PostFiles.Why.EMPTY ->
                        refuse("$", refused.reason());
                case Opening.Refused binary -> {
                    in.reset();
                    picture(unzipped(in));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            refuse("$", "the file can't be read on: " + e.getMessage());
        }
    }

    private static InputStream unzipped(InputStream in) throws IOException {
        in.mark(4);
        boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return gzip ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private void video() throws InterruptedException {
        if (file.equals("-")) {
            refuse("$", "a video can't be read from standard input; name a file");
        } else {
            queue.put(new InputItem.Video(file));
        }
    }

    private void picture(InputStream in) throws IOException, InterruptedException {
        byte[] bytes = in.readNBytes(MAX_PICTURE_BYTES + 1);
        if (bytes.length > MAX_PICTURE_BYTES) {
            refuse("$", "the file is larger than 25 MiB, more than any picture that is analysed");
        } else {
            queue.put(new InputItem.Picture(file, bytes));
        }
    }

    private void rows(PostFiles.Reader reader) throws InterruptedException {
        for (var row = reader.next(); row.isPresent(); row = reader.next()) {
            for (Decoded decoded : row.get().decoded()) {
                take(decoded);
            }
        }
    }

    private void take(Decoded decoded) throws InterruptedException {
        switch (decoded) {
            case Decoded.Event(PostEvent.Published(var post)) ->
                    queue.put(new InputItem.Published(post));
            case Decoded.Event(PostEvent.Removed removed) ->
                    queue.put(new InputItem.Removed(removed));
            case Decoded.AuthorGone gone -> queue.put(new InputItem.Irrelevant());
            case Decoded.Irrelevant irrelevant -> queue.put(new InputItem.Irrelevant());
            case Decoded.Rejected rejected -> refuse(rejected.path(), rejected.reason());
        }
    }

    private void refuse(String path, String reason) throws InterruptedException {
        queue.put(new InputItem.Refused(file, path, reason));
    }
}
