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
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Reads one file of any kind: NDJSON, a JSON array or document of any known format, a table, a
 * picture, each of them also with gzip, a zip archive of posts, or a video. Reads on only as items
 * are taken, so a file may be of any size; at most 64 Mi characters of one JSON document or line
 * are held in memory. Not thread-safe.
 */
final class FileReading {
    private static final int MAX_PICTURE_BYTES = 25 << 20;

    private static final int HEAD_BYTES = 4_096;
    private static final WorkspaceId WORKSPACE = Results.WORKSPACE;

    private final String file;
    private final Optional<String> format;
    private final PostFiles.Hints hints;
    private final Consumer<String> told;
    private final PostFiles formats;
    private final BatchQueue queue;
    private final Instant now;

    /**
     * @param format the posts' format, empty to recognise it
     * @param hints what the user says about a table
     * @param told receives what a reader of the results should know about the file
     * @param now taken as the time of posts that state none
     */
    FileReading(
            String file,
            Optional<String> format,
            PostFiles.Hints hints,
            Consumer<String> told,
            Pseudonymiser pseudonymiser,
            BatchQueue queue,
            Instant now) {
        this.file = file;
        this.format = format;
        this.hints = hints;
        this.told = told;
        this.formats = new PostFile(pseudonymiser, DecodeLimits.FILE);
        this.queue = queue;
        this.now = now;
    }

    /** Reads to the end; a file that turns out unreadable ends with a refused item. */
    void read(InputFile source) throws InterruptedException {
        try {
            byte[] head;
            try (InputStream in = source.from(0)) {
                head = in.readNBytes(HEAD_BYTES);
            }
            if (MediaType.of(head).kind() == MediaType.Kind.VIDEO) {
                video();
                return;
            }
            Request request = new Request(file, WORKSPACE, format, now, Position.START, hints);
            switch (formats.open(source, request)) {
                case Opening.Opened opened -> {
                    source.settled();
                    opened.description().notes().forEach(told);
                    try (PostFiles.Reader reader = opened.reader()) {
                        rows(reader);
                    }
                }
                case Opening.Refused refused when refused.why() == PostFiles.Why.BINARY -> {
                    try (InputStream in = new BufferedInputStream(source.from(0), 1 << 16)) {
                        picture(unzipped(in));
                    }
                }
                case Opening.Refused refused -> refuse("$", refused.reason());
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
            case Decoded.AuthorBack back -> queue.put(new InputItem.Irrelevant());
            case Decoded.Irrelevant irrelevant -> queue.put(new InputItem.Irrelevant());
            case Decoded.Rejected rejected -> refuse(rejected.path(), rejected.reason());
        }
    }

    private void refuse(String path, String reason) throws InterruptedException {
        queue.put(new InputItem.Refused(file, path, reason));
    }
}
