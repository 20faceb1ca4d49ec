package dev.earshot.wire;

import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostFiles.Opening;
import dev.earshot.core.post.PostFiles.Position;
import dev.earshot.core.post.PostFiles.Reader;
import dev.earshot.core.post.PostFiles.Request;
import dev.earshot.core.post.PostFiles.Row;
import dev.earshot.core.post.PostFiles.Source;
import dev.earshot.wire.file.ZipEntries;
import dev.earshot.wire.json.Excerpt;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The files of posts in a zip archive, one after the other. For one thread. */
final class ZipReader implements Reader {
    private final Opener opener;
    private final Source archive;
    private final Iterator<String> entries;
    private final Request request;
    private String entry = "";
    private @Nullable Reader current;
    private long rows;

    /** Opens one of the files. */
    interface Opener {
        Opening open(Source source, Request request) throws IOException;
    }

    ZipReader(Opener opener, Source archive, List<String> entries, Request request) {
        this.opener = opener;
        this.archive = archive;
        this.entries = entries.iterator();
        this.request = request;
    }

    /** What was taken and what was left out, for people. */
    static List<String> notes(ZipEntries.Listing listing) {
        var notes = new ArrayList<String>();
        notes.add("read from the archive: " + Excerpt.of(String.join(", ", listing.posts()), 400));
        if (listing.others() > 0) {
            notes.add("left out: " + listing.others() + " other files of the archive");
        }
        return List.copyOf(notes);
    }

    @Override
    public Optional<Row> next() {
        try {
            for (Optional<Row> row = any(); row.isPresent(); row = any()) {
                if (++rows > request.from().rows()) {
                    return Optional.of(placed(row.get()));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the archive can't be read on", e);
        }
    }

    private Optional<Row> any() throws IOException {
        while (true) {
            Reader open = current;
            if (open != null) {
                Optional<Row> row = open.next();
                if (row.isPresent()) {
                    return row;
                }
                open.close();
                current = null;
            }
            if (!entries.hasNext()) {
                return Optional.empty();
            }
            entry = entries.next();
            switch (opener.open(this::entry, entryRequest())) {
                case Opening.Opened opened -> current = opened.reader();
                case Opening.Refused refused -> {
                    return Optional.of(
                            new Row(
                                    List.of(new Decoded.Rejected("$", refused.reason(), "")),
                                    Position.START,
                                    0));
                }
            }
        }
    }

    private java.io.InputStream entry(long offset) throws IOException {
        java.io.InputStream in = ZipEntries.open(archive.from(0), entry);
        in.skipNBytes(offset);
        return in;
    }

    private Request entryRequest() {
        return new Request(
                entry,
                request.workspace(),
                request.format(),
                request.readAt(),
                Position.START,
                request.hints());
    }

    private Row placed(Row row) {
        return new Row(
                row.decoded().stream().map(this::placed).toList(),
                new Position(rows, 0),
                row.weight());
    }

    private Decoded placed(Decoded decoded) {
        if (!(decoded instanceof Decoded.Rejected(String path, String reason, String payload))) {
            return decoded;
        }
        String file = Excerpt.of(entry, 120);
        return new Decoded.Rejected(path.equals("$") ? file : file + ": " + path, reason, payload);
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
        }
    }
}
