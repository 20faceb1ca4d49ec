package dev.earshot.evaluation.vision;

import dev.earshot.evaluation.report.Figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Counts answers of one kind that are given where the model is sure: how many of those told are
 * right, of how many pictures that show one they are told, and of how many that show none. Used by
 * one thread.
 */
final class MixedTally {
    /** Wrong answers that are printed, so that a reader sees what goes wrong. */
    private static final int EXAMPLES = 3;

    private final String name;
    private final String items;
    private int shown;
    private int toldOfShown;
    private int empty;
    private int toldOfEmpty;
    private int told;
    private int right;
    private int unlabelled;
    private int toldOfUnlabelled;
    private final Set<String> wrong = new TreeSet<>();

    MixedTally(String name, String items) {
        this.name = name;
        this.items = items;
    }

    /**
     * Adds what was told of one picture.
     *
     * @param file its name
     * @param truth what would be right; empty if there is none to tell
     * @param answers what was told
     * @param rightAnswers how many of them are right
     */
    void add(String file, Set<String> truth, List<String> answers, int rightAnswers) {
        boolean some = !answers.isEmpty();
        if (truth.isEmpty()) {
            empty++;
            toldOfEmpty += some ? 1 : 0;
        } else {
            shown++;
            toldOfShown += some ? 1 : 0;
        }
        told += answers.size();
        right += rightAnswers;
        if (rightAnswers < answers.size() && wrong.size() < EXAMPLES) {
            wrong.add(
                    file
                            + ": "
                            + String.join(", ", answers)
                            + (truth.isEmpty()
                                    ? " (none)"
                                    : " (" + String.join(", ", truth) + ")"));
        }
    }

    /** Adds a picture of which the list does not say what would be right. */
    void addUnlabelled(boolean some) {
        unlabelled++;
        toldOfUnlabelled += some ? 1 : 0;
    }

    boolean measured() {
        return shown + empty > 0;
    }

    /**
     * @param least the share of told answers that should be right
     */
    List<Figure> figures(double least) {
        List<Figure> figures = new ArrayList<>();
        Figure precision = Figure.share(name + ": right, where told", right, told, "told");
        figures.add(
                told == 0
                        ? precision.beside("nothing was told")
                        : precision
                                .atLeast(least)
                                .beside(
                                        wrong.isEmpty()
                                                ? "none wrong"
                                                : "wrong: " + String.join("; ", wrong)));
        if (shown > 0) {
            figures.add(
                    Figure.share(name + ": told where there is one", toldOfShown, shown, items));
        }
        if (empty > 0) {
            figures.add(
                    Figure.share(name + ": told where there is none", toldOfEmpty, empty, items));
        }
        if (unlabelled > 0) {
            figures.add(
                    Figure.share(
                            name + ": told where the list is silent",
                            toldOfUnlabelled,
                            unlabelled,
                            items));
        }
        return figures;
    }
}
