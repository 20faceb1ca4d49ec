package dev.earshot.wire.file;

import dev.earshot.wire.json.JsonSource;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kinds of text files, judged over the whole beginning of a file rather than by one line. */
final class TextKinds {
    private static final Pattern SCRIPT =
            Pattern.compile(
                    "\\A(?:\\s*(?://[^\\n]*\\n|/\\*.*?\\*/))*\\s*(?:(?:var|let|const|export const)\\s+)?"
                            + "([A-Za-z_$][\\w$.]*(?:\\[[^\\]\\n]{1,40}])?)\\s*=\\s*(?=[\\[{])",
                    Pattern.DOTALL);
    private static final Pattern CODE =
            Pattern.compile(
                    "\\A\\s*(?:['\"]use strict['\"]|#!|<\\?php|(?:async )?function[ (]|\\(function"
                            + "|\\(\\(\\) ?=>|import [\\w{*]|from \\w+ import |def \\w+\\(|class \\w+"
                            + "|package [\\w.]+;?\\s*\\n|CREATE TABLE|INSERT INTO)");
    private static final Pattern CHAT =
            Pattern.compile(
                    "[\u200E\uFEFF]?\\[?[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}[,.]? .{0,3}[0-9]{1,2}[:.]"
                            + "[0-9]{2}.{0,14}?(?:] | - )[^:]{1,80}: .*");
    private static final Pattern ELEMENT =
            Pattern.compile(
                    "\\A\\s*(?:<\\?xml.*?\\?>|<!--.*?-->|<\\?.*?\\?>|\\s|<!DOCTYPE(?!\\s+html)[^>\\[]*(?:\\[.*?])?[^>]*>)*"
                            + "(?:(<!doctype\\s+html)|<([A-Za-z][\\w:.-]*))",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern RULE =
            Pattern.compile("\\s*\\|?\\s*:?-{3,}:?\\s*(?:\\|\\s*:?-{3,}:?\\s*)*\\|?\\s*");
    private static final Pattern HEADING = Pattern.compile("#{1,6} \\S.*");
    private static final Pattern MARKED =
            Pattern.compile("(?:[-*+] |[0-9]+\\. |> |```|\\[[^]]+]\\([^)]+\\)|\\*\\*).*");
    private static final Pattern MAIL =
            Pattern.compile("(?:From |Received: |Return-Path: |MIME-Version: |Delivered-To: ).*");
    private static final Pattern SUBTITLE =
            Pattern.compile("\\d\\d:\\d\\d:\\d\\d[,.]\\d{3} --> .*");

    /** Where a document's line may end that is not its last. */
    private static final Pattern CONTINUED = Pattern.compile(".*[\\[{,:]", Pattern.DOTALL);

    private static final int MAX_DEPTH = 128;

    private TextKinds() {}

    /**
     * @param start the beginning of the file, decoded
     * @param whole whether that is all of it
     */
    static FileKind of(String start, boolean whole) {
        String text = start.stripLeading();
        if (text.isEmpty()) {
            return new FileKind.Empty();
        }
        List<String> lines =
                text.lines().limit(200).map(String::strip).filter(l -> !l.isEmpty()).toList();
        if (isMany(lines, CHAT, 3)) {
            return new FileKind.Unread(
                    "a chat log", "private messages are never analysed; give public posts");
        }
        Optional<FileKind> marked = marked(text, lines);
        if (marked.isPresent()) {
            return marked.get();
        }
        return switch (text.charAt(0)) {
            case '[' -> new FileKind.Array(0);
            case '{' -> areRecords(text, whole) ? new FileKind.Lines() : new FileKind.Document();
            default -> areRecords(text, whole) ? new FileKind.Lines() : written(lines);
        };
    }

    private static Optional<FileKind> marked(String text, List<String> lines) {
        if (text.charAt(0) == '<') {
            return Optional.of(markup(text));
        }
        Matcher script = SCRIPT.matcher(text);
        if (script.find()) {
            return Optional.of(script(script.group(1), text, script.end()));
        }
        if (text.startsWith("{\\rtf")) {
            return unread("a document (RTF)", "export the posts in it as CSV");
        }
        if (text.startsWith("BEGIN:V")) {
            return unread("a calendar or address card", "give a file of posts");
        }
        if (CODE.matcher(text).find()) {
            return unread("a program's source", "give the data that it reads or writes");
        }
        if (!lines.isEmpty() && MAIL.matcher(lines.getFirst()).matches()) {
            return unread("an e-mail or mailbox", "private messages are never analysed");
        }
        if (lines.stream().limit(4).anyMatch(line -> SUBTITLE.matcher(line).matches())) {
            return unread("subtitles", "give the video, or a table of posts");
        }
        return Optional.empty();
    }

    private static Optional<FileKind> unread(String what, String wayOn) {
        return Optional.of(new FileKind.Unread(what, wayOn));
    }

    private static FileKind markup(String text) {
        Matcher element = ELEMENT.matcher(text);
        if (!element.find()) {
            return new FileKind.Unread("XML or HTML", "give posts as JSON, NDJSON or CSV");
        }
        String name = element.group(1) != null ? "html" : element.group(2).toLowerCase(Locale.ROOT);
        return switch (name) {
            case "rss", "feed", "rdf:rdf" -> new FileKind.Feed();
            case "svg" ->
                    new FileKind.Unread(
                            "a drawing (SVG)", "export it as PNG or JPEG to have it analysed");
            case "html", "head", "body", "div", "table", "p", "script", "meta", "title", "h1" ->
                    new FileKind.Unread(
                            "a web page (HTML)",
                            "it may be an error page: look at it in a browser, and give an export"
                                    + " as JSON, NDJSON or CSV");
            default ->
                    new FileKind.Unread(
                            "XML that is no feed", "give posts as JSON, NDJSON, CSV, RSS or Atom");
        };
    }

    /** X's archives are scripts that set a variable, one for each kind of thing. */
    private static FileKind script(String variable, String text, int prefix) {
        String name = variable.toLowerCase(Locale.ROOT);
        if (name.startsWith("window.ytd.") || name.startsWith("grailbird.")) {
            boolean posts =
                    name.matches("window\\.ytd\\.(?:tweets?|community_tweet)\\.part\\d+")
                            || name.startsWith("grailbird.data.tweets");
            return posts && text.charAt(prefix) == '['
                    ? new FileKind.Array(prefix)
                    : new FileKind.Unread(
                            "a part of an X archive that holds no posts of its owner ("
                                    + variable
                                    + ")",
                            "give data/tweets.js");
        }
        return text.charAt(prefix) == '['
                ? new FileKind.Array(prefix)
                : new FileKind.Unread(
                        "a script",
                        "give the JSON that it holds, without the '" + variable + " ='");
    }

    /** What has no mark at its beginning: a text with marks of its own, or perhaps a table. */
    private static FileKind written(List<String> lines) {
        boolean ruled =
                lines.stream().anyMatch(line -> line.contains("|") && RULE.matcher(line).matches());
        boolean headed = HEADING.matcher(lines.getFirst()).matches();
        if (ruled || (headed && isMany(lines.subList(1, lines.size()), MARKED, 4))) {
            return new FileKind.Unread("Markdown", "give the posts in it as CSV, NDJSON or JSON");
        }
        return new FileKind.Table();
    }

    private static boolean isMany(List<String> lines, Pattern form, int oneIn) {
        long matching = lines.stream().filter(line -> form.matcher(line).matches()).count();
        return matching > 0 && matching * oneIn >= lines.size();
    }

    /**
     * Whether at least half of the lines look like complete objects; a single long line counts as a
     * record. Where most lines are broken, the first tells: no document goes on after a whole
     * object, nor after a line that ends within a value.
     */
    private static boolean areRecords(String start, boolean whole) {
        List<String> lines =
                start.lines().limit(200).map(String::strip).filter(l -> !l.isEmpty()).toList();
        if (lines.size() > 1 && lines.getFirst().startsWith("{")) {
            boolean goesOn = CONTINUED.matcher(lines.getFirst()).matches();
            if (isObject(lines.getFirst())
                    || (!goesOn && lines.stream().skip(1).anyMatch(TextKinds::isObject))) {
                return true;
            }
        }
        return areMostlyRecords(start, whole);
    }

    private static boolean isObject(String line) {
        String record = NdjsonLines.withoutComma(line);
        return record.startsWith("{")
                && record.endsWith("}")
                && JsonSource.read(record, MAX_DEPTH) instanceof JsonSource.Reading.Whole;
    }

    private static boolean areMostlyRecords(String start, boolean whole) {
        int lines = 0;
        int records = 0;
        int from = 0;
        while (from < start.length()) {
            int end = start.indexOf('\n', from);
            if (end < 0 && !whole && lines > 0) {
                break;
            }
            String line = start.substring(from, end < 0 ? start.length() : end).strip();
            if (!line.isEmpty()) {
                lines++;
                if (line.startsWith("{") && (line.endsWith("}") || (end < 0 && !whole))) {
                    records++;
                }
            }
            from = end < 0 ? start.length() : end + 1;
        }
        return 2 * records >= lines;
    }

    /** What a text is that turned out to be no table. */
    static FileKind.Unread prose(String start) {
        List<String> lines =
                start.lines().limit(200).map(String::strip).filter(l -> !l.isEmpty()).toList();
        if (!lines.isEmpty()
                && (HEADING.matcher(lines.getFirst()).matches() || isMany(lines, MARKED, 3))) {
            return new FileKind.Unread("Markdown", "give the posts in it as CSV, NDJSON or JSON");
        }
        return new FileKind.Unread(
                "plain text without a header",
                "for a table, name its columns in the first row ('text', 'id', 'created_at',"
                        + " 'platform', 'language', 'author_id'); for posts one a line, put the"
                        + " word text in the first line");
    }
}
