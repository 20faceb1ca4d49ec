package dev.earshot.cli.influencers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.cli.command.UsageException;
import dev.earshot.cli.terminal.Paint;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

class LeaderboardTest {
    private static BoardLine line(String name, double score, double half) {
        return new BoardLine(
                name,
                "x",
                OptionalLong.of(1_234),
                score,
                score - half,
                score + half,
                "short reason",
                List.of(
                        new BoardLine.Part(
                                "engagement", 60, 50, 70, .2, List.of("many comment", "so it is")),
                        new BoardLine.Part("stance", 20, 10, 30, .2, List.of("3 read negative")),
                        new BoardLine.Part("impact", 50, 5, 95, 0, List.of("never spoke"))),
                List.of("few posts"),
                Optional.empty());
    }

    private static final List<BoardLine> BOARD =
            List.of(line("ann", 90, 1), line("bob", 80, 5), line("cat", 76, 5), line("dan", 60, 5));

    private static String printed(int most) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new Leaderboard(out, new Paint(false)).print(BOARD, most);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Bob and Cat are 4 apart, less than hypot(5, 5) = 7; all others are further apart. */
    @Test
    void ranks_thatIntervalsCannotTellApart_areOneRange() {
        assertThat(BoardLine.ranks(BOARD)).containsExactly("1", "2 to 3", "2 to 3", "4");
    }

    @Test
    void print_board_saysReasonsWholeAndWhatIsNotKnown() {
        assertThat(printed(1))
                .contains("ann", "1,234", "+ many comment; so it is", "- 3 read negative")
                .contains("? not known: impact", "! few posts")
                .doesNotContain("bob", "never spoke");
    }

    @Test
    void print_fewerThanThereAre_countsTiesWithThoseBelow() {
        assertThat(printed(2)).contains("2 to 3").doesNotContain("cat");
    }

    @Test
    void compare_namesOfTheBoard_areTakenInTheirOrder() {
        assertThat(Comparison.chosen(BOARD, List.of("@Cat", "ann")))
                .extracting(BoardLine::name)
                .containsExactly("cat", "ann");
    }

    @Test
    void compare_unknownOrTooMany_isToldHow() {
        assertThatThrownBy(() -> Comparison.chosen(BOARD, List.of("ann", "eve")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no author 'eve' is on the board");
        assertThatThrownBy(() -> Comparison.chosen(BOARD, List.of("ann")))
                .hasMessageContaining("2 to 5 authors, but got 1");
    }

    @Test
    void compare_printed_hasARowForEachComponent() {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Comparison.print(BOARD.subList(0, 2), new Prices(Map.of()), out, new Paint(false));

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .anyMatch(row -> row.matches(" +score +90 \\(89 to 91\\) +80 \\(75 to 85\\)"))
                .anyMatch(row -> row.matches(" +impact +not known +not known"));
    }

    @Test
    void csv_board_quotesWhatNeedsItAndDefusesFormulas() {
        BoardLine formula = line("=cmd, \"x\"", 50, 1);

        assertThat(BoardCsv.lines(List.of(formula)))
                .containsExactly(
                        "ranks,author,platform,followers,score,low,high,engagement,stance,impact,"
                                + "reasons,caveats",
                        "1,\"'=cmd, \"\"x\"\"\",x,1234,50.0,49.0,51.0,60.0,20.0,,many comment; so it"
                                + " is; 3 read negative,few posts");
    }
}
