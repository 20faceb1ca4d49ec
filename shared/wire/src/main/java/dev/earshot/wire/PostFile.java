package dev.earshot.wire;

import dev.earshot.core.post.PostDecoder;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostFiles;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.wire.file.CsvPosts;
import dev.earshot.wire.file.FormatDetection;
import dev.earshot.wire.file.NdjsonLines;
import dev.earshot.wire.json.JsonItems;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Reads files of posts: NDJSON, a JSON array or document of any known format, CSV, each optionally
 * with gzip. At most one line or document is held in memory, within the limits. Plain NDJSON
 * resumes at the byte offset reached; every other file is read from its beginning, skipping the
 * records already done. Thread-safe.
 */
public final class PostFile implements PostFiles {
    private final PostDecoder decoder;
    private final Pseudonymiser pseudonymiser;
    private final DecodeLimits limits;

    public PostFile(Pseudonymiser pseudonymiser, DecodeLimits limits) {
        this.decoder = new PostReader(pseudonymiser, limits);
        this.pseudonymiser = pseudonymiser;
        this.limits = limits;
    }

    @Override
    public Opening open(Source source, Request request) throws IOException {
        Position from = request.from();
        if (from.bytes() > 0) {
            return new Opening.Opened(
                    new LineReader(source.from(from.bytes()), request, from, true));
        }
        InputStream raw = new BufferedInputStream(source.from(0), FormatDetection.WINDOW);
        boolean gzip = isGzip(raw);
        InputStream in =
                gzip
                        ? new BufferedInputStream(
                                new GZIPInputStream(raw, 1 << 16), FormatDetection.WINDOW)
                        : raw;
        FormatDetection detection = FormatDetection.of(in, request.name());
        return switch (detection.content()) {
            case EMPTY -> new Opening.Refused(Why.EMPTY, "the file is empty");
            case BINARY ->
                    new Opening.Refused(
                            Why.BINARY,
                            "the file holds no text; posts are taken as NDJSON, JSON or CSV, each"
                                    + " also with gzip");
            case LINES ->
                    new Opening.Opened(
                            new LineReader(
                                    in, request, Position.START, !gzip && detection.mark() == 0));
            case ARRAY -> new Opening.Opened(new ArrayReader(detection.reader(in), request));
            case DOCUMENT -> new Opening.Opened(new DocumentReader(detection.reader(in), request));
            case TABLE -> new Opening.Opened(new TableReader(in, request));
        };
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(4);
        boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return gzip;
    }

    private List<Decoded> decode(Request request, String place, String body) {
        var message =
                new PostMessage(
                        request.name() + " " + place,
                        request.workspace(),
                        request.format(),
                        body,
                        request.readAt());
        return decoder.decode(message).stream().map(one -> placed(place, one)).toList();
    }

    private static Decoded placed(String place, Decoded decoded) {
        if (!(decoded instanceof Decoded.Rejected rejected) || place.isEmpty()) {
            return decoded;
        }
        String path = rejected.path().equals("$") ? place : place + ": " + rejected.path();
        return new Decoded.Rejected(path, rejected.reason(), rejected.payload());
    }

    private static Row refused(String place, String reason, String payload, Position after) {
        return new Row(
                List.of(new Decoded.Rejected(place, reason, payload)), after, payload.length());
    }

    /** One record, or one platform response, per line. */
    private final class LineReader implements PostFiles.Reader {
        private final NdjsonLines lines;
        private final Request request;
        private final Position begun;
        private final boolean seekable;

        LineReader(InputStream in, Request request, Position begun, boolean seekable)
                throws IOException {
            this.lines = new NdjsonLines(in, limits.maxBodyLength(), (int) begun.rows());
            this.request = request;
            this.begun = begun;
            this.seekable = seekable;
        }

        @Override
        public Optional<Row> next() {
            while (lines.hasNext()) {
                NdjsonLines.Line line = lines.next();
                if (line.number() > request.from().rows()) {
                    return Optional.of(row(line));
                }
            }
            return Optional.empty();
        }

        private Row row(NdjsonLines.Line line) {
            Position after =
                    new Position(line.number(), seekable ? begun.bytes() + lines.consumed() : 0);
            String place = "line " + line.number();
            return switch (line) {
                case NdjsonLines.Line.Text text ->
                        new Row(decode(request, place, text.text()), after, text.text().length());
                case NdjsonLines.Line.Refused bad ->
                        refused(place, bad.reason(), bad.head(), after);
            };
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    /** The items of one array. */
    private final class ArrayReader implements PostFiles.Reader {
        private final JsonItems items;
        private final Request request;
        private long index;

        ArrayReader(java.io.Reader reader, Request request) {
            this.items = new JsonItems(reader, limits.maxBodyLength());
            this.request = request;
        }

        @Override
        public Optional<Row> next() {
            try {
                JsonItems.Item item = items.next();
                while (index < request.from().rows() && isWhole(item)) {
                    index++;
                    item = items.next();
                }
                return row(item);
            } catch (IOException e) {
                throw new UncheckedIOException("the file can't be read on", e);
            }
        }

        private boolean isWhole(JsonItems.Item item) {
            return switch (item) {
                case JsonItems.Item.Text _, JsonItems.Item.TooLong _ -> true;
                case JsonItems.Item.BrokenOff _, JsonItems.Item.End _ -> false;
            };
        }

        private Optional<Row> row(JsonItems.Item item) {
            String place = "[" + index + "]";
            return switch (item) {
                case JsonItems.Item.Text text ->
                        Optional.of(
                                new Row(
                                        decode(request, place, text.text()),
                                        behind(++index),
                                        text.text().length()));
                case JsonItems.Item.TooLong _ ->
                        Optional.of(
                                refused(
                                        place,
                                        "the record is longer than "
                                                + limits.maxBodyLength()
                                                + " characters",
                                        "",
                                        behind(++index)));
                case JsonItems.Item.BrokenOff _ ->
                        Optional.of(
                                refused(
                                        place,
                                        "the array breaks off here, is a quote or a bracket left"
                                                + " open? nothing after it was read",
                                        "",
                                        behind(index)));
                case JsonItems.Item.End _ -> Optional.empty();
            };
        }

        @Override
        public void close() throws IOException {
            items.close();
        }
    }

    /** A single JSON value, read whole. */
    private final class DocumentReader implements PostFiles.Reader {
        private final java.io.Reader reader;
        private final Request request;
        private boolean ended;

        DocumentReader(java.io.Reader reader, Request request) {
            this.reader = reader;
            this.request = request;
            this.ended = request.from().rows() > 0;
        }

        @Override
        public Optional<Row> next() {
            if (ended) {
                return Optional.empty();
            }
            ended = true;
            var text = new StringBuilder();
            char[] buffer = new char[1 << 16];
            try {
                for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                    if (text.length() + n > limits.maxBodyLength()) {
                        return Optional.of(
                                refused(
                                        "$",
                                        "the document is longer than "
                                                + limits.maxBodyLength()
                                                + " characters; put one record a line",
                                        "",
                                        behind(1)));
                    }
                    text.append(buffer, 0, n);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the file can't be read on", e);
            }
            return Optional.of(
                    new Row(decode(request, "", text.toString()), behind(1), text.length()));
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    /** The rows of a table. */
    private final class TableReader implements PostFiles.Reader {
        private static final int ROW_WEIGHT = 1_024;

        private final CsvPosts posts;
        private final Request request;
        private long row;

        TableReader(InputStream in, Request request) throws IOException {
            this.posts = new CsvPosts(in, pseudonymiser, request.workspace(), request.readAt());
            this.request = request;
        }

        @Override
        public Optional<Row> next() {
            while (posts.hasNext()) {
                Decoded decoded = posts.next();
                if (row++ >= request.from().rows()) {
                    return Optional.of(
                            new Row(List.of(decoded), behind(row), ROW_WEIGHT + posts.length()));
                }
            }
            return Optional.empty();
        }

        @Override
        public void close() throws IOException {
            posts.close();
        }
    }

    private static Position behind(long rows) {
        return new Position(rows, 0);
    }
}
