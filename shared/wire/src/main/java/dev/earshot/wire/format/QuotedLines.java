package dev.earshot.wire.format;

import dev.earshot.wire.json.TextRepair;

import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Lines of Markdown that quote somebody else: they begin with {@code >}, which Reddit escapes. A
 * spoiler ({@code >!}) is the author's own. Stateless.
 */
final class QuotedLines {
    private QuotedLines() {}

    /** The lines that are the author's own; the text itself if it quotes nothing. */
    static String own(String text) {
        return isQuoting(text) ? lines(text, line -> !isQuoted(line)).strip() : text;
    }

    /** The lines that are quoted, without their signs. */
    static String quoted(String text) {
        return isQuoting(text)
                ? lines(text, QuotedLines::isQuoted)
                        .lines()
                        .map(line -> TextRepair.unescaped(line).strip().replaceAll("^(?:> ?)+", ""))
                        .collect(Collectors.joining("\n"))
                        .replace("&", "&amp;")
                : "";
    }

    private static boolean isQuoting(String text) {
        return text.lines().anyMatch(QuotedLines::isQuoted);
    }

    private static String lines(String text, Predicate<String> which) {
        return text.lines().filter(which).collect(Collectors.joining("\n"));
    }

    private static boolean isQuoted(String line) {
        String start = line.strip().replaceFirst("^&gt;", ">");
        return start.startsWith(">") && !start.startsWith(">!");
    }
}
