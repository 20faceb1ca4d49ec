package dev.earshot.cli.check;

import dev.earshot.core.post.FileReport;
import dev.earshot.core.post.PostFiles.Column;
import dev.earshot.core.post.PostFiles.Description;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A {@link FileReport} as text for people. */
final class CheckSheet {
    private static final int LABEL = 12;
    private static final int SHOWN_REASONS = 8;
    private static final int SHOWN_LENGTH = 150;

    private final StringBuilder sheet = new StringBuilder();

    private CheckSheet() {}

    /** The lines of one file, with a blank line behind them. */
    static String of(String file, FileReport report) {
        var sheet = new CheckSheet();
        sheet.sheet.append(file).append('\n');
        if (report.description().isPresent()) {
            sheet.description(report.description().get());
            sheet.records(report);
        } else {
            sheet.line("refused", report.refusal());
        }
        return sheet.sheet.append('\n').toString();
    }

    private void description(Description taken) {
        line("taken for", taken.kind());
        if (!taken.encoding().isEmpty()) {
            line("encoding", taken.encoding());
        }
        taken.separator().ifPresent(sign -> line("separator", separator(sign)));
        columns(taken.columns());
        taken.dates().ifPresent(order -> line("dates", order));
        taken.notes().forEach(note -> line("note", note));
    }

    private static String separator(char sign) {
        return switch (sign) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '|' -> "bar";
            default -> String.valueOf(sign);
        };
    }

    private void columns(List<Column> columns) {
        if (columns.isEmpty()) {
            return;
        }
        line(
                "columns",
                columns.stream()
                        .filter(column -> column.field().isPresent())
                        .map(column -> shown(column) + " = " + column.field().get())
                        .collect(Collectors.joining(", ")));
        String unread =
                columns.stream()
                        .filter(column -> column.field().isEmpty())
                        .map(CheckSheet::shown)
                        .collect(Collectors.joining(", "));
        if (!unread.isEmpty()) {
            line("not read", unread);
        }
    }

    private static String shown(Column column) {
        return "'" + column.name().strip() + "'";
    }

    private void records(FileReport report) {
        line(
                "posts",
                count(report.posts())
                        + (report.reposts() > 0
                                ? ", " + count(report.reposts()) + " of them reposts"
                                : ""));
        if (report.removals() > 0) {
            line("removals", count(report.removals()));
        }
        if (report.posts() > 0) {
            line("platforms", counts(report.platforms()));
            line("languages", counts(report.languages()));
            line("period", report.from().orElseThrow() + " to " + report.to().orElseThrow());
        }
        reasons("refused", report.refused());
        reasons("left out", report.leftOut());
        reasons("changed", report.notes());
        for (FileReport.Sample sample : report.samples()) {
            line(
                    "post",
                    sample.platform()
                            + " "
                            + sample.id()
                            + ", "
                            + sample.createdAt()
                            + sample.language().map(tag -> ", " + tag).orElse(""));
            line("", sample.text().replaceAll("\\s+", " "));
        }
    }

    private void reasons(String label, List<FileReport.Reason> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        line(label, count(reasons.stream().mapToLong(FileReport.Reason::count).sum()));
        for (FileReport.Reason reason : reasons.stream().limit(SHOWN_REASONS).toList()) {
            line(
                    "",
                    count(reason.count())
                            + (reason.count() == 1 ? ": " : " such as ")
                            + cut(reason.example()));
        }
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= SHOWN_LENGTH ? line : line.substring(0, SHOWN_LENGTH) + "…";
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> each.getKey() + " " + count(each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private void line(String label, String value) {
        sheet.append("  ")
                .append(label)
                .append(" ".repeat(Math.max(1, LABEL - label.length())))
                .append(value)
                .append('\n');
    }
}
