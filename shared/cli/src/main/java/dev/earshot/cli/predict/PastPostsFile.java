package dev.earshot.cli.predict;

import dev.earshot.core.FieldException;
import dev.earshot.engagement.predict.PastPost;
import dev.earshot.engagement.predict.Planned;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Past posts of an account, or of several: a table separated by tabs, plain or gzip, in UTF-8, with
 * the columns {@code created_at}, {@code text} and at least one of {@code likes} (or favorites),
 * {@code reposts} (or retweets) and {@code replies} (or comments). Where it has {@code user}, each
 * user is an account; where it has {@code form}, it says text, picture or clip. Times are ISO 8601,
 * or {@code M/d/yy H:mm}, and without an offset in UTC.
 *
 * @param refused lines that could not be taken, with the reason
 */
public record PastPostsFile(List<PastPost> posts, List<String> refused) {
    private static final List<String> RESPONSES =
            List.of("likes", "favorites", "reposts", "retweets", "replies", "comments", "shares");

    /** Of a table without users. */
    static final String ACCOUNT = "account";

    private static final DateTimeFormatter AMERICAN =
            DateTimeFormatter.ofPattern("M/d/yy H:mm", Locale.ROOT);

    public PastPostsFile {
        posts = List.copyOf(posts);
        refused = List.copyOf(refused);
    }

    /**
     * Reads a file.
     *
     * @throws IOException where it can't be read, or lacks a column
     */
    public static PastPostsFile read(Path file) throws IOException {
        List<String> lines = lines(file);
        if (lines.isEmpty()) {
            throw new IOException(file + " is empty");
        }
        List<String> header =
                Arrays.stream(lines.getFirst().split("\t", -1))
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList();
        int time = column(file, header, "created_at");
        int text = column(file, header, "text");
        List<Integer> counts =
                RESPONSES.stream().map(header::indexOf).filter(place -> place >= 0).toList();
        if (counts.isEmpty()) {
            throw new IOException(
                    file
                            + " must have at least one of the columns "
                            + RESPONSES
                            + ", got "
                            + header);
        }
        var columns =
                new Columns(
                        header, time, text, header.indexOf("user"), header.indexOf("form"), counts);
        List<PastPost> posts = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            try {
                posts.add(columns.post(lines.get(i).split("\t", -1)));
            } catch (FieldException e) {
                refused.add("line " + (i + 1) + ": " + e.getMessage());
            }
        }
        return new PastPostsFile(posts, refused);
    }

    /**
     * Where a table's columns stand.
     *
     * @param user -1 where it has none
     * @param form likewise
     */
    private record Columns(
            List<String> header, int time, int text, int user, int form, List<Integer> counts) {
        PastPost post(String[] cells) {
            if (cells.length < header.size()) {
                throw new FieldException(
                        "line", "must have " + header.size() + " cells, got " + cells.length);
            }
            double responses = 0;
            for (int place : counts) {
                responses += number(header.get(place), cells[place]);
            }
            return new PastPost(
                    new Planned(
                            user < 0 ? ACCOUNT : cells[user].strip(),
                            PastPostsFile.time(cells[time]),
                            Optional.of(cells[text]),
                            form < 0 ? Planned.Form.TEXT : form(cells[form]),
                            Optional.empty()),
                    responses);
        }

        private static Planned.Form form(String cell) {
            return Arrays.stream(Planned.Form.values())
                    .filter(each -> each.name().equalsIgnoreCase(cell.strip()))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new FieldException(
                                            "form",
                                            "must be text, picture or clip, got '" + cell + "'"));
        }
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(2);
            boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            try (InputStream plain = gzip ? new GZIPInputStream(in) : in) {
                return new String(plain.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList();
            }
        }
    }

    private static int column(Path file, List<String> header, String name) throws IOException {
        int place = header.indexOf(name);
        if (place < 0) {
            throw new IOException(
                    file
                            + " must be a table separated by tabs with a column "
                            + name
                            + ", got "
                            + header);
        }
        return place;
    }

    private static double number(String field, String text) {
        try {
            return text.isBlank() ? 0 : Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new FieldException(field, "must be a number, got '" + text + "'");
        }
    }

    /** A time; see above for its forms. */
    static Instant time(String text) {
        String plain = text.strip();
        try {
            if (plain.contains("/")) {
                return LocalDateTime.parse(plain, AMERICAN).toInstant(ZoneOffset.UTC);
            }
            String iso = plain.replace(' ', 'T');
            return iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new FieldException(
                    "created_at",
                    "must be a time such as 2026-01-31T12:00:00Z or 1/31/26 12:00, got '"
                            + text
                            + "'");
        }
    }
}
