package dev.earshot.core.post;

import dev.earshot.core.post.FileReport.Reason;
import dev.earshot.core.post.PostFiles.Column;
import dev.earshot.core.post.PostFiles.Description;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@link FileReport} as lines of text, for stores: a name and its values, with tabs between them.
 * Samples are left out, because texts are kept under their own keys alone. Stateless.
 */
public final class FileReportText {
    private FileReportText() {}

    /** The lines. */
    public static String encoded(FileReport report) {
        var lines = new ArrayList<String>();
        report.description().ifPresent(taken -> description(taken, lines));
        line(lines, "refusal", report.refusal());
        line(lines, "posts", Long.toString(report.posts()));
        line(lines, "removals", Long.toString(report.removals()));
        line(lines, "reposts", Long.toString(report.reposts()));
        report.platforms().forEach((name, n) -> line(lines, "platform", name, Long.toString(n)));
        report.languages().forEach((name, n) -> line(lines, "language", name, Long.toString(n)));
        report.from().ifPresent(at -> line(lines, "from", at.toString()));
        report.to().ifPresent(at -> line(lines, "to", at.toString()));
        reasons(lines, "refused", report.refused());
        reasons(lines, "leftOut", report.leftOut());
        reasons(lines, "note", report.notes());
        return String.join("\n", lines);
    }

    private static void description(Description taken, List<String> lines) {
        line(lines, "kind", taken.kind());
        line(lines, "encoding", taken.encoding());
        taken.separator().ifPresent(sign -> line(lines, "separator", sign.toString()));
        taken.columns()
                .forEach(column -> line(lines, "column", column.name(), column.field().orElse("")));
        taken.dates().ifPresent(order -> line(lines, "dates", order));
        taken.notes().forEach(note -> line(lines, "aside", note));
    }

    private static void reasons(List<String> lines, String name, List<Reason> reasons) {
        reasons.forEach(r -> line(lines, name, r.kind(), Long.toString(r.count()), r.example()));
    }

    private static void line(List<String> lines, String name, String... values) {
        var line = new StringBuilder(name);
        for (String value : values) {
            line.append('\t')
                    .append(value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n"));
        }
        lines.add(line.toString());
    }

    /** The report of such lines. */
    public static FileReport decoded(String text) {
        var values = new LinkedHashMap<String, List<String[]>>();
        for (String line : text.split("\n", -1)) {
            String[] parts = line.split("\t", -1);
            for (int i = 1; i < parts.length; i++) {
                parts[i] = plain(parts[i]);
            }
            values.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts);
        }
        return new FileReport(
                one(values, "kind").map(kind -> description(kind, values)),
                one(values, "refusal").orElse(""),
                number(values, "posts"),
                number(values, "removals"),
                number(values, "reposts"),
                counts(values, "platform"),
                counts(values, "language"),
                one(values, "from").map(Instant::parse),
                one(values, "to").map(Instant::parse),
                reasons(values, "refused"),
                reasons(values, "leftOut"),
                reasons(values, "note"),
                List.of());
    }

    private static Description description(String kind, Map<String, List<String[]>> values) {
        return new Description(
                kind,
                one(values, "encoding").orElse(""),
                one(values, "separator").map(sign -> sign.charAt(0)),
                all(values, "column").stream()
                        .map(
                                parts ->
                                        new Column(
                                                parts[1],
                                                Optional.of(parts[2]).filter(f -> !f.isEmpty())))
                        .toList(),
                one(values, "dates"),
                all(values, "aside").stream().map(parts -> parts[1]).toList());
    }

    private static List<String[]> all(Map<String, List<String[]>> values, String name) {
        return values.getOrDefault(name, List.of());
    }

    private static Optional<String> one(Map<String, List<String[]>> values, String name) {
        return all(values, name).stream().findFirst().map(parts -> parts[1]);
    }

    private static long number(Map<String, List<String[]>> values, String name) {
        return one(values, name).map(Long::parseLong).orElse(0L);
    }

    private static Map<String, Long> counts(Map<String, List<String[]>> values, String name) {
        var counts = new LinkedHashMap<String, Long>();
        all(values, name).forEach(parts -> counts.put(parts[1], Long.parseLong(parts[2])));
        return counts;
    }

    private static List<Reason> reasons(Map<String, List<String[]>> values, String name) {
        return all(values, name).stream()
                .map(parts -> new Reason(parts[1], Long.parseLong(parts[2]), parts[3]))
                .toList();
    }

    private static String plain(String written) {
        var plain = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '\\' && i + 1 < written.length()) {
                char next = written.charAt(++i);
                plain.append(next == 't' ? '\t' : next == 'n' ? '\n' : next);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
