package dev.earshot.local.analyze;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.PostDecoder;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostEvent;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.wire.CsvPosts;
import dev.earshot.wire.DecodeLimits;
import dev.earshot.wire.NdjsonLines;
import dev.earshot.wire.PostReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Reads one file, whatever it holds: NDJSON, a JSON array or document of any known format, CSV, a
 * picture, each of them also with gzip. Reads on as items are taken, so that a file may be of any
 * size; of one JSON document or line at most 64 Mi characters are held. Not thread-safe.
 */
final class FileReading {
    private static final int MOST_CHARACTERS = 64 << 20;
    private static final int MOST_PICTURE_BYTES = 25 << 20;
    private static final WorkspaceId WORKSPACE = new WorkspaceId("default");

    private final String file;
    private final Optional<String> source;
    private final Pseudonymiser pseudonymiser;
    private final PostDecoder decoder;
    private final Conveyor conveyor;
    private final Instant now;

    /**
     * @param source the format's name, empty to recognise it
     * @param now taken as the time of posts that state none
     */
    FileReading(
            String file,
            Optional<String> source,
            Pseudonymiser pseudonymiser,
            Conveyor conveyor,
            Instant now) {
        this.file = file;
        this.source = source;
        this.pseudonymiser = pseudonymiser;
        this.decoder = new PostReader(pseudonymiser, DecodeLimits.FILE);
        this.conveyor = conveyor;
        this.now = now;
    }

    /** Reads to the end; a fault of the file itself ends as a refused item. */
    void read(InputStream raw) throws InterruptedException {
        try {
            InputStream in = unzipped(raw);
            Sniff sniff = Sniff.of(in, file);
            switch (sniff.content()) {
                case EMPTY -> refuse("$", "the file is empty");
                case PICTURE -> picture(in);
                case LINES -> lines(in);
                case ARRAY -> array(sniff.reader(in));
                case DOCUMENT -> document(sniff.reader(in));
                case TABLE -> table(in);
            }
        } catch (IOException | UncheckedIOException e) {
            refuse("$", "the file can't be read on: " + e.getMessage());
        }
    }

    private static InputStream unzipped(InputStream raw) throws IOException {
        var in = new BufferedInputStream(raw, Sniff.WINDOW);
        in.mark(4);
        boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return gzip ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), Sniff.WINDOW) : in;
    }

    private void picture(InputStream in) throws IOException, InterruptedException {
        byte[] bytes = in.readNBytes(MOST_PICTURE_BYTES + 1);
        if (bytes.length > MOST_PICTURE_BYTES) {
            refuse("$", "the file is larger than 25 MiB, more than any picture that is analysed");
        } else {
            conveyor.put(new Item.Picture(file, bytes));
        }
    }

    private void lines(InputStream in) throws IOException, InterruptedException {
        try (var lines = new NdjsonLines(in, MOST_CHARACTERS)) {
            while (lines.hasNext()) {
                switch (lines.next()) {
                    case NdjsonLines.Line.Text line -> decode("line " + line.number(), line.text());
                    case NdjsonLines.Line.Refused line ->
                            refuse("line " + line.number(), line.reason());
                }
            }
        }
    }

    private void array(Reader reader) throws IOException, InterruptedException {
        ObjectMapper mapper =
                new ObjectMapper()
                        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS);
        try (JsonParser parser = new JsonFactory(mapper).createParser(reader)) {
            parser.nextToken();
            int index = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
                decode("[" + index++ + "]", mapper.readTree(parser).toString());
            }
            if (parser.currentToken() == null) {
                refuse("[" + index + "]", "the array breaks off");
            }
        } catch (JsonProcessingException e) {
            refuse(
                    "line " + e.getLocation().getLineNr(),
                    "is not JSON: " + e.getOriginalMessage() + "; nothing after it was read");
        }
    }

    private void document(Reader reader) throws IOException, InterruptedException {
        var text = new StringBuilder();
        char[] buffer = new char[1 << 16];
        for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
            if (text.length() + n > MOST_CHARACTERS) {
                refuse("$", "the document is longer than 64 Mi characters; put one record a line");
                return;
            }
            text.append(buffer, 0, n);
        }
        decode("", text.toString());
    }

    private void table(InputStream in) throws IOException, InterruptedException {
        try (var posts = new CsvPosts(in, pseudonymiser, WORKSPACE, now)) {
            while (posts.hasNext()) {
                take("", posts.next());
            }
        }
    }

    private void decode(String place, String body) throws InterruptedException {
        var message = new PostMessage(file + " " + place, WORKSPACE, source, body, now);
        for (Decoded decoded : decoder.decode(message)) {
            take(place, decoded);
        }
    }

    private void take(String place, Decoded decoded) throws InterruptedException {
        switch (decoded) {
            case Decoded.Event(PostEvent.Published(var post)) ->
                    conveyor.put(new Item.Published(post));
            case Decoded.Event(PostEvent.Removed removed) ->
                    conveyor.put(new Item.Removed(removed));
            case Decoded.AuthorGone gone -> conveyor.put(new Item.Irrelevant());
            case Decoded.Irrelevant irrelevant -> conveyor.put(new Item.Irrelevant());
            case Decoded.Rejected rejected ->
                    refuse(joined(place, rejected.path()), rejected.reason());
        }
    }

    private static String joined(String place, String path) {
        return place.isEmpty() ? path : path.equals("$") ? place : place + ": " + path;
    }

    private void refuse(String path, String reason) throws InterruptedException {
        conveyor.put(new Item.Refused(file, path, reason));
    }
}
