package dev.earshot.wire;

import dev.earshot.core.post.PostDecoder;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostFiles.Position;
import dev.earshot.core.post.PostFiles.Reader;
import dev.earshot.core.post.PostFiles.Request;
import dev.earshot.core.post.PostFiles.Row;
import dev.earshot.core.post.PostMessage;
import dev.earshot.wire.feed.FeedPosts;
import dev.earshot.wire.file.NdjsonLines;
import dev.earshot.wire.json.JsonItems;
import dev.earshot.wire.table.TablePosts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Readers of the kinds of files that hold posts. Thread-safe; each reader is for one thread. */
final class FileReaders {
    private static final int ROW_WEIGHT = 1_024;

    private final PostDecoder decoder;
    private final DecodeLimits limits;

    FileReaders(PostDecoder decoder, DecodeLimits limits) {
        this.decoder = decoder;
        this.limits = limits;
    }

    /**
     * One record, or one platform response, per line.
     *
     * @param begun the place at which {@code lines} begins
     * @param seekable whether reading can go on from the offset of a line
     */
    Reader lines(NdjsonLines lines, Request request, Position begun, boolean seekable) {
        return new LineReader(lines, request, begun, seekable);
    }

    /** The items of one array. */
    Reader array(java.io.Reader text, Request request) {
        return new ArrayReader(text, request);
    }

    /** A single JSON value, read whole. */
    Reader document(java.io.Reader text, Request request) {
        return new DocumentReader(text, request);
    }

    /** The rows of a table. */
    Reader table(TablePosts posts, Request request) {
        return new TableReader(posts, request);
    }

    /** The items of a feed. */
    Reader feed(FeedPosts posts, Request request) {
        return new FeedReader(posts, request);
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

    private static Position behind(long rows) {
        return new Position(rows, 0);
    }

    private final class LineReader implements Reader {
        private final NdjsonLines lines;
        private final Request request;
        private final Position begun;
        private final boolean seekable;

        LineReader(NdjsonLines lines, Request request, Position begun, boolean seekable) {
            this.lines = lines;
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
                        new Row(
                                decode(request, place, NdjsonLines.withoutComma(text.text())),
                                after,
                                text.text().length());
                case NdjsonLines.Line.Refused bad ->
                        refused(place, bad.reason(), bad.head(), after);
            };
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    private final class ArrayReader implements Reader {
        private final JsonItems items;
        private final Request request;
        private long index;

        ArrayReader(java.io.Reader text, Request request) {
            this.items = new JsonItems(text, limits.maxBodyLength());
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

    private final class DocumentReader implements Reader {
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

    private static final class TableReader implements Reader {
        private final TablePosts posts;
        private final Request request;
        private long row;

        TableReader(TablePosts posts, Request request) {
            this.posts = posts;
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

    private static final class FeedReader implements Reader {
        private final FeedPosts posts;
        private final Request request;

        FeedReader(FeedPosts posts, Request request) {
            this.posts = posts;
            this.request = request;
        }

        @Override
        public Optional<Row> next() {
            for (Optional<Decoded> next = posts.next(); next.isPresent(); next = posts.next()) {
                if (posts.number() > request.from().rows()) {
                    return Optional.of(
                            new Row(List.of(next.get()), behind(posts.number()), ROW_WEIGHT));
                }
            }
            return Optional.empty();
        }

        @Override
        public void close() throws IOException {
            posts.close();
        }
    }
}
