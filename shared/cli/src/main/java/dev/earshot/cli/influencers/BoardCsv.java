package dev.earshot.cli.influencers;

import dev.earshot.wire.csv.CsvRow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A board as comma-separated values, for a spreadsheet. Stateless. */
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
        lines.add(CsvRow.of(header));
        List<String> ranks = BoardLine.ranks(board);
        for (int i = 0; i < board.size(); i++) {
            BoardLine line = board.get(i);
            var cells = new ArrayList<String>();
            cells.add(ranks.get(i));
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
            lines.add(CsvRow.of(cells));
        }
        return lines;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
