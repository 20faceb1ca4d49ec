package dev.earshot.cli.explain;

import dev.earshot.core.picture.PictureExplanation;
import dev.earshot.djl.vision.why.PictureExplainer.Answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a label of a picture hangs on, as lines of text. Stateless. */
final class PictureSheet {
    /** From nothing to the largest drop. */
    private static final String SHADES = " ░▒▓█";

    private PictureSheet() {}

    static List<String> lines(String file, Answer answer) {
        return switch (answer) {
            case Answer.Explained(PictureExplanation why) -> lines(file, why);
            case Answer.NotSeen(List<String> seen) ->
                    List.of(
                            file
                                    + ": not seen in it"
                                    + (seen.isEmpty()
                                            ? ", nor any other label that can be explained"
                                            : "; what is: " + String.join(", ", seen)));
            case Answer.Refused(String reason) -> List.of(file + ": " + reason);
        };
    }

    private static List<String> lines(String file, PictureExplanation why) {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s: %s (%s), score %.2f, hangs on the dark places",
                        file,
                        why.label(),
                        why.kind(),
                        why.score()));
        double most = why.drops().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        for (int row = 0; row < why.rows(); row++) {
            var line = new StringBuilder("  |");
            for (int column = 0; column < why.columns(); column++) {
                double drop = why.drops().get(row * why.columns() + column);
                double share = most > 0 ? Math.clamp(drop / most, 0, 1) : 0;
                char shade = SHADES.charAt((int) Math.round(share * (SHADES.length() - 1)));
                line.append(shade).append(shade);
            }
            lines.add(line.append('|').toString());
        }
        lines.add(
                String.format(
                        Locale.ROOT,
                        "  with the fifth that matters most covered, the score is %.2f",
                        why.scoreWithoutTop()));
        return lines;
    }
}
