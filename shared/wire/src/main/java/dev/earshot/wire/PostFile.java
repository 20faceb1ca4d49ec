package dev.earshot.wire;

import dev.earshot.core.post.PostFiles;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.wire.feed.FeedPosts;
import dev.earshot.wire.file.FileInspection;
import dev.earshot.wire.file.FileKind;
import dev.earshot.wire.file.NdjsonLines;
import dev.earshot.wire.file.TextEncoding;
import dev.earshot.wire.file.ZipEntries;
import dev.earshot.wire.json.Excerpt;
import dev.earshot.wire.table.TableOptions;
import dev.earshot.wire.table.TablePosts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import javax.xml.stream.XMLStreamException;

/**
 * Reads files of posts: NDJSON, a JSON array or document of any known format, the script of an X
 * archive, a table, a feed, each optionally with gzip, and zip archives of them. What a file is, is
 * judged by its whole beginning; a kind that is not read is refused by its name and with the way
 * on. At most one line or document is held in memory, within the limits. Plain NDJSON resumes at
 * the byte offset reached; every other file is read from its beginning, skipping the records
 * already done. Thread-safe.
 */
public final class PostFile implements PostFiles {
    private final FileReaders readers;
    private final Pseudonymiser pseudonymiser;
    private final int maxLineBytes;

    public PostFile(Pseudonymiser pseudonymiser, DecodeLimits limits) {
        this.readers = new FileReaders(new PostReader(pseudonymiser, limits), limits);
        this.pseudonymiser = pseudonymiser;
        this.maxLineBytes = limits.maxBodyLength();
    }

    @Override
    public Opening open(Source source, Request request) throws IOException {
        Position from = request.from();
        if (from.bytes() > 0) {
            var lines = new NdjsonLines(source.from(from.bytes()), maxLineBytes, (int) from.rows());
            return new Opening.Opened(
                    readers.lines(lines, request, from, true),
                    Description.of(new FileKind.Lines().label(), "UTF-8"));
        }
        BufferedInputStream raw = buffered(source.from(0));
        boolean gzip = isGzip(raw);
        BufferedInputStream in = gzip ? buffered(new GZIPInputStream(raw, 1 << 16)) : raw;
        Content content =
                new Content(source, gzip, FileInspection.of(in, request.name()), in, request);
        Opening opening = open(content);
        if (opening instanceof Opening.Refused || content.isReadAgain()) {
            in.close();
        }
        return opening;
    }

    /** A file that was looked at: what it is, and its stream, which is still at its beginning. */
    private record Content(
            Source source,
            boolean gzip,
            FileInspection inspection,
            BufferedInputStream in,
            Request request) {
        /** The bytes from the beginning, once more. */
        InputStream again() throws IOException {
            InputStream raw = buffered(source.from(0));
            return gzip ? buffered(new GZIPInputStream(raw, 1 << 16)) : raw;
        }

        /** Whether the reader of this kind opens the file anew. */
        boolean isReadAgain() {
            return inspection.kind() instanceof FileKind.Table
                    || inspection.kind() instanceof FileKind.Zip;
        }

        String label() {
            return inspection.kind().label() + (gzip ? ", compressed with gzip" : "");
        }
    }

    private Opening open(Content content) throws IOException {
        return switch (content.inspection().kind()) {
            case FileKind.Empty empty -> new Opening.Refused(Why.EMPTY, "the file is empty");
            case FileKind.Binary binary ->
                    new Opening.Refused(
                            Why.BINARY,
                            "the file holds no text; posts are taken as NDJSON, JSON, CSV, RSS or"
                                    + " Atom, each also with gzip or in a zip archive");
            case FileKind.Unread unread -> new Opening.Refused(Why.UNREAD, unread.reason());
            case FileKind.Lines lines -> lines(content);
            case FileKind.Array array -> {
                TextEncoding encoding = encoding(content);
                java.io.Reader text = encoding.reader(content.in());
                text.skip(array.prefix());
                yield opened(content, encoding, readers.array(text, content.request()));
            }
            case FileKind.Document document -> {
                TextEncoding encoding = encoding(content);
                yield opened(
                        content,
                        encoding,
                        readers.document(encoding.reader(content.in()), content.request()));
            }
            case FileKind.Table table -> table(content);
            case FileKind.Feed feed -> feed(content);
            case FileKind.Zip zip -> zip(content);
        };
    }

    private static Opening opened(Content content, TextEncoding encoding, Reader reader) {
        return new Opening.Opened(reader, Description.of(content.label(), encoding.label()));
    }

    private Opening lines(Content content) throws IOException {
        TextEncoding encoding = encoding(content);
        boolean utf8 = encoding.charset().equals(java.nio.charset.StandardCharsets.UTF_8);
        NdjsonLines lines =
                utf8
                        ? new NdjsonLines(content.in(), maxLineBytes)
                        : NdjsonLines.of(content.in(), encoding, maxLineBytes);
        boolean seekable = utf8 && !content.gzip() && encoding.mark() == 0;
        return opened(
                content,
                encoding,
                readers.lines(lines, content.request(), Position.START, seekable));
    }

    /** The encoding of JSON, which is UTF-8 unless its beginning shows that it is not. */
    private static TextEncoding encoding(Content content) throws IOException {
        TextEncoding seen = content.inspection().encoding();
        int lost = content.inspection().start().indexOf('\uFFFD');
        boolean broken = lost >= 0 && lost < content.inspection().start().length() - 4;
        if (!broken || seen.mark() > 0) {
            return seen;
        }
        try (InputStream all = content.again()) {
            return TextEncoding.over(all).orElse(seen);
        }
    }

    private Opening table(Content content) throws IOException {
        TextEncoding seen = content.inspection().encoding();
        Optional<TextEncoding> encoding = Optional.of(seen);
        if (seen.certain() && seen.mark() == 0) {
            try (InputStream all = content.again()) {
                encoding = TextEncoding.over(all);
            }
        }
        if (encoding.isEmpty()) {
            return new Opening.Refused(
                    Why.UNREAD,
                    "the encoding of the file can't be told for certain; save it as UTF-8");
        }
        TextEncoding known = encoding.get();
        String sample = content.inspection().start();
        if (!known.equals(seen)) {
            byte[] head;
            try (InputStream all = content.again()) {
                head = all.readNBytes(FileInspection.WINDOW);
            }
            sample = new String(head, known.charset());
        }
        Hints hints = content.request().hints();
        TableOptions options;
        try {
            options = TableOptions.of(hints.columns(), hints.dates());
        } catch (IllegalArgumentException e) {
            return new Opening.Refused(Why.UNREAD, String.valueOf(e.getMessage()));
        }
        return switch (TablePosts.open(
                () -> known.reader(content.again()),
                sample,
                options,
                pseudonymiser,
                content.request().workspace(),
                content.request().readAt())) {
            case TablePosts.Opening.NoTable none ->
                    new Opening.Refused(Why.UNREAD, content.inspection().prose().reason());
            case TablePosts.Opening.Asking asking ->
                    new Opening.Refused(Why.UNREAD, asking.reason());
            case TablePosts.Opening.Opened opened ->
                    new Opening.Opened(
                            readers.table(opened.posts(), content.request()),
                            opened.posts().description(known.label()));
        };
    }

    private Opening feed(Content content) throws IOException {
        TextEncoding encoding = encoding(content);
        try {
            FeedPosts posts =
                    new FeedPosts(
                            encoding.reader(content.in()),
                            pseudonymiser,
                            content.request().workspace(),
                            content.request().readAt());
            return opened(content, encoding, readers.feed(posts, content.request()));
        } catch (XMLStreamException e) {
            return new Opening.Refused(
                    Why.UNREAD,
                    "the feed can't be read: " + Excerpt.of(String.valueOf(e.getMessage()), 200));
        }
    }

    private Opening zip(Content content) throws IOException {
        ZipEntries.Listing listing;
        try (InputStream all = content.again()) {
            listing = ZipEntries.list(all);
        } catch (ZipEntries.UnusableZipException e) {
            return new Opening.Refused(Why.UNREAD, String.valueOf(e.getMessage()));
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            return new Opening.Refused(
                    Why.UNREAD, "the zip archive is corrupt or breaks off: " + e.getMessage());
        }
        if (listing.posts().isEmpty()) {
            return new Opening.Refused(
                    Why.UNREAD,
                    "the zip archive holds no file of posts that is known (it holds "
                            + Excerpt.of(String.join(", ", listing.shown()), 300)
                            + "); unpack it and give the files of posts in it");
        }
        return new Opening.Opened(
                new ZipReader(
                        this::openEntry, content.source(), listing.posts(), content.request()),
                new Description(
                        content.label(),
                        "",
                        Optional.empty(),
                        java.util.List.of(),
                        Optional.empty(),
                        ZipReader.notes(listing)));
    }

    /** Opens a file within an archive; an archive in an archive is not read. */
    private Opening openEntry(Source source, Request request) throws IOException {
        return switch (open(source, request)) {
            case Opening.Opened opened when opened.reader() instanceof ZipReader nested -> {
                nested.close();
                yield new Opening.Refused(Why.UNREAD, "the file is an archive within an archive");
            }
            case Opening opening -> opening;
        };
    }

    private static BufferedInputStream buffered(InputStream in) {
        return new BufferedInputStream(in, FileInspection.WINDOW);
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(4);
        boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return gzip;
    }
}
