package dev.earshot.wire.file;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

import dev.earshot.core.Digests;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.wire.format.EarshotFormat;
import dev.earshot.wire.format.Intake;
import dev.earshot.wire.json.BadField;
import dev.earshot.wire.json.Excerpt;
import dev.earshot.wire.json.Field;
import dev.earshot.wire.json.Json;
import dev.earshot.wire.json.JsonSource;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a row of a table as a post of the project's own format. */
final class CsvRow {
    /** Context shared by all rows of a file. */
    record Context(Pseudonymiser pseudonymiser, WorkspaceId workspace, Instant readAt) {}

    /** Sprout and spreadsheets write the month first. */
    private static final List<DateTimeFormatter> SLASHED =
            List.of(
                    slashed("M/d/yyyy h:mm[:ss] a"),
                    slashed("M/d/yyyy H:mm[:ss]"),
                    slashed("M/d/yyyy"));

    private static final Pattern ROUNDED = Pattern.compile("[0-9](\\.[0-9]+)?[eE]\\+?[0-9]+");
    private static final Pattern X_ADDRESS =
            Pattern.compile(
                    "https?://(?:www\\.|mobile\\.)?(?:twitter|x)\\.com/[^/]+/status/([0-9]+).*");

    private final List<String> header;
    private final Map<CsvColumn, Integer> columns;
    private final Context context;

    private CsvRow(List<String> header, Map<CsvColumn, Integer> columns, Context context) {
        this.header = header;
        this.columns = columns;
        this.context = context;
    }

    /** The layout of the rows under a header; empty if the row is not a header. */
    static Optional<CsvRow> of(List<String> cells, Context context) {
        Map<CsvColumn, Integer> columns = CsvColumn.of(cells);
        return columns.containsKey(CsvColumn.TEXT)
                ? Optional.of(new CsvRow(List.copyOf(cells), columns, context))
                : Optional.empty();
    }

    /** Decodes one row. */
    Decoded decode(List<String> cells, int row) {
        String payload = asJson(cells);
        var message =
                new PostMessage(
                        "row " + row,
                        context.workspace(),
                        Optional.of("earshot"),
                        payload,
                        context.readAt());
        Json.Span span = new Json.Span(0, payload.length());
        Intake intake =
                new Intake(
                        message,
                        context.pseudonymiser(),
                        new JsonSource.Reading.Whole(new Json.Null(), payload, List.of()),
                        1,
                        1);
        Field record = new Field("", new Json.Obj(Map.of(), span));
        try {
            Json.Obj post = post(cells, span);
            new EarshotFormat().read(new Field("", post), intake);
        } catch (BadField e) {
            intake.refuse(record, e.path(), e.reason());
        }
        return switch (intake.outcome().getFirst()) {
            case Decoded.Rejected(String path, String reason, String original) ->
                    new Decoded.Rejected("row " + row + place(path), reason, original);
            case Decoded.Event event -> event;
            case Decoded.AuthorGone gone -> gone;
            case Decoded.Irrelevant irrelevant -> irrelevant;
        };
    }

    /** Rejects a row with text after the closing quote of a cell. */
    Decoded refuseLoose(List<String> cells, int column, int row) {
        return new Decoded.Rejected(
                "row " + row + ": column '" + Excerpt.of(name(column), 60) + "'",
                "text stands behind the closing quote of the cell; write a quote within a quoted"
                        + " cell twice (\"\")",
                asJson(cells));
    }

    private String name(int column) {
        return column < header.size() ? header.get(column) : "column " + (column + 1);
    }

    private String place(String path) {
        return CsvColumn.atPath(path)
                .map(columns::get)
                .map(place -> ": column '" + Excerpt.of(header.get(place), 60) + "'")
                .orElse(path.equals("$") ? "" : ": " + path);
    }

    private Json.Obj post(List<String> cells, Json.Span span) {
        var fields = new LinkedHashMap<String, Json>();
        Optional<Platform> platform = platform(cells);
        platform.ifPresent(known -> fields.put("platform", new Json.Str(known.key())));
        String text = cell(cells, CsvColumn.TEXT).orElse("");
        fields.put("text", new Json.Str(text));
        fields.put("id", new Json.Str(id(cells, platform, text)));
        cell(cells, CsvColumn.CREATED_AT)
                .ifPresent(time -> fields.put("createdAt", new Json.Str(time(time))));
        cell(cells, CsvColumn.LANGUAGE).ifPresent(tag -> fields.put("language", new Json.Str(tag)));
        cell(cells, CsvColumn.REPLY_TO)
                .ifPresent(
                        id ->
                                fields.put(
                                        "inReplyTo",
                                        target(id, cell(cells, CsvColumn.REPLY_TO_AUTHOR), span)));
        cell(cells, CsvColumn.REPOST_OF).ifPresent(id -> fields.put("repostOf", new Json.Str(id)));
        cell(cells, CsvColumn.QUOTE_OF).ifPresent(id -> fields.put("quoteOf", new Json.Str(id)));
        var author = new LinkedHashMap<String, Json>();
        cell(cells, CsvColumn.AUTHOR).ifPresent(id -> author.put("id", new Json.Str(id)));
        count(cells, CsvColumn.FOLLOWERS, author, "followers");
        count(cells, CsvColumn.FOLLOWING, author, "following");
        count(cells, CsvColumn.POSTS, author, "posts");
        count(cells, CsvColumn.LISTED, author, "listed");
        cell(cells, CsvColumn.VERIFIED).ifPresent(yes -> author.put("verified", new Json.Str(yes)));
        cell(cells, CsvColumn.OPENED)
                .ifPresent(time -> author.put("createdAt", new Json.Str(time(time))));
        fields.put("author", new Json.Obj(author, span));
        var engagement = new LinkedHashMap<String, Json>();
        count(cells, CsvColumn.LIKES, engagement, "likes");
        count(cells, CsvColumn.REPLIES, engagement, "replies");
        count(cells, CsvColumn.REPOSTS, engagement, "reposts");
        count(cells, CsvColumn.QUOTES, engagement, "quotes");
        count(cells, CsvColumn.VIEWS, engagement, "views");
        fields.put("engagement", new Json.Obj(engagement, span));
        return new Json.Obj(fields, span);
    }

    private static Json target(String id, Optional<String> author, Json.Span span) {
        var target = new LinkedHashMap<String, Json>();
        target.put("id", new Json.Str(id));
        author.ifPresent(known -> target.put("author", new Json.Str(known)));
        return new Json.Obj(target, span);
    }

    private Optional<String> cell(List<String> cells, CsvColumn column) {
        Integer place = columns.get(column);
        return place == null || place >= cells.size()
                ? Optional.empty()
                : Optional.of(cells.get(place).strip()).filter(cell -> !cell.isEmpty());
    }

    /** A count; dashes and the like mean unknown, commas may separate thousands. */
    private void count(
            List<String> cells, CsvColumn column, Map<String, Json> target, String name) {
        cell(cells, column)
                .filter(cell -> cell.chars().anyMatch(Character::isDigit))
                .map(
                        cell ->
                                cell.matches("-?[0-9]{1,3}(,[0-9]{3})+")
                                        ? cell.replace(",", "")
                                        : cell)
                .ifPresent(cell -> target.put(name, new Json.Str(cell)));
    }

    private Optional<Platform> platform(List<String> cells) {
        return cell(cells, CsvColumn.PLATFORM)
                .map(
                        name ->
                                name.toLowerCase(Locale.ROOT)
                                        .replaceAll("^www\\.|\\.(com|app|net)$", ""))
                .flatMap(name -> Platform.of(name.equals("bsky") ? "bluesky" : name));
    }

    /** The row's id, else the id in its URL, else a digest of its content. */
    private String id(List<String> cells, Optional<Platform> platform, String text) {
        Optional<String> given =
                cell(cells, CsvColumn.ID).map(id -> id.startsWith("'") ? id.substring(1) : id);
        if (given.isPresent()) {
            if (ROUNDED.matcher(given.get()).matches()) {
                throw new BadField(
                        "id",
                        "'" + given.get() + "' was rounded by a spreadsheet; export ids as text");
            }
            return given.get();
        }
        Matcher address = X_ADDRESS.matcher(cell(cells, CsvColumn.URL).orElse(""));
        if (address.matches() && platform.equals(Optional.of(Platform.X))) {
            return address.group(1);
        }
        String content =
                String.join(
                        "\0",
                        cell(cells, CsvColumn.URL).orElse(""),
                        cell(cells, CsvColumn.CREATED_AT).orElse(""),
                        cell(cells, CsvColumn.AUTHOR).orElse(""),
                        text);
        return Digests.sha256(content).substring(0, 32);
    }

    private static DateTimeFormatter slashed(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    /** A time as written, unless it has a form that only spreadsheets use. */
    private static String time(String written) {
        if (!written.contains("/") || written.length() > 40) {
            return written;
        }
        for (DateTimeFormatter form : SLASHED) {
            try {
                TemporalAccessor time =
                        form.parseBest(written, LocalDateTime::from, LocalDate::from);
                return time.toString();
            } catch (DateTimeException e) {
                // Try the next form; a time that fits none is rejected with its column.
            }
        }
        return written;
    }

    /** The row as JSON, by column name. */
    private String asJson(List<String> cells) {
        JsonStringEncoder encoder = JsonStringEncoder.getInstance();
        var json = new StringBuilder("{");
        for (int i = 0; i < cells.size(); i++) {
            json.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(encoder.quoteAsString(name(i)))
                    .append("\":\"")
                    .append(encoder.quoteAsString(cells.get(i)))
                    .append('"');
        }
        return json.append('}').toString();
    }
}
