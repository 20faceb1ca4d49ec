package dev.earshot.cli.influencers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A board as comma-separated values (RFC 4180), for a spreadsheet. A cell that a spreadsheet would
 * take for a formula begins with an apostrophe. Stateless.
 */
final class BoardCsv {
    private BoardCsv() {}

    static List<String> lines(List<BoardLine> board) {
        var lines = new ArrayList<String>();
        var header =
                new ArrayList<>(
                        List.of(
                                "ranks",
                                "author",
                                "platform",
                                "followers",
                                "score",
                                "low",
                                "high"));
        if (!board.isEmpty()) {
            board.getFirst().parts().forEach(part -> header.add(part.name()));
        }
        header.addAll(List.of("reasons", "caveats"));
        lines.add(row(header));
        for (int i = 0; i < board.size(); i++) {
            BoardLine line = board.get(i);
            var cells = new ArrayList<String>();
            cells.add(Leaderboard.ranks(board, i));
            cells.add(line.name());
            cells.add(line.platform());
            cells.add(
                    line.followers().isPresent()
                            ? Long.toString(line.followers().getAsLong())
                            : "");
            cells.add(number(line.score()));
            cells.add(number(line.low()));
            cells.add(number(line.high()));
            line.parts().forEach(part -> cells.add(part.isKnown() ? number(part.value()) : ""));
            cells.add(
                    line.parts().isEmpty()
                            ? line.reason()
                            : line.parts().stream()
                                    .filter(BoardLine.Part::isKnown)
                                    .flatMap(part -> part.reasons().stream())
                                    .collect(Collectors.joining("; ")));
            cells.add(String.join("; ", line.caveats()));
            lines.add(row(cells));
        }
        return lines;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String row(List<String> cells) {
        return cells.stream().map(BoardCsv::cell).collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.matches("[^\",\\r\\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
