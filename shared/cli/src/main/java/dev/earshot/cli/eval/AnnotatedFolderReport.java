package dev.earshot.cli.eval;

import dev.earshot.evaluation.DataMissingException;
import dev.earshot.evaluation.report.FigureTable;
import dev.earshot.evaluation.vision.FolderEvaluation;
import dev.earshot.evaluation.vision.FolderEvaluation.Outcome;
import dev.earshot.local.Project;
import dev.earshot.wire.api.JsonWriter;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prints what {@code eval vision --dir} found. */
final class AnnotatedFolderReport {
    /** How often it is said how far the work has come. */
    private static final int EVERY = 25;

    /** Files that could not be looked at and are printed one by one. */
    private static final int NAMED = 20;

    private final PrintStream out;
    private final PrintStream error;
    private int begun;

    AnnotatedFolderReport(PrintStream out, PrintStream error) {
        this.out = out;
        this.error = error;
    }

    /**
     * Looks at a folder and prints what came out.
     *
     * @param most how many pictures and clips to look at
     * @return the exit code: 1 if the list can't be used or none of its files
     */
    int print(Path folder, int most, boolean json) throws IOException {
        Outcome outcome;
        try {
            outcome = FolderEvaluation.measure(folder, Project.models(), most, this::progress);
        } catch (DataMissingException e) {
            error.println(e.getMessage());
            return 1;
        }
        if (json) {
            out.println(new JsonWriter().writeIndented(view(outcome)));
        } else {
            table(outcome);
        }
        return outcome.looked() == 0 ? 1 : 0;
    }

    private void progress(String file, int of) {
        if (begun % EVERY == 0) {
            error.println((begun + 1) + " of " + of + ": " + file);
        }
        begun++;
    }

    private static Map<String, Object> view(Outcome outcome) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("listed", outcome.listed());
        view.put("looked", outcome.looked());
        view.put("figures", outcome.figures());
        view.put("notMeasured", outcome.silent());
        view.put("couldNotBeLookedAt", outcome.unread());
        view.put("linesWithoutTruth", outcome.unlabelled());
        return view;
    }

    private void table(Outcome outcome) {
        out.println(
                "Looked at "
                        + outcome.looked()
                        + " of "
                        + outcome.listed()
                        + " pictures and clips of the list");
        if (!outcome.figures().isEmpty()) {
            FigureTable.lines(outcome.figures()).forEach(out::println);
        }
        outcome.silent().forEach((name, why) -> out.println(name + "  not measured: " + why));
        if (outcome.unlabelled() > 0) {
            out.println(outcome.unlabelled() + " lines say nothing that is measured here");
        }
        outcome.unread().entrySet().stream()
                .limit(NAMED)
                .forEach(e -> out.println("NOT LOOKED AT  " + e.getKey() + ": " + e.getValue()));
        int more = outcome.unread().size() - NAMED;
        if (more > 0) {
            out.println("NOT LOOKED AT  and " + more + " more; --json names them all");
        }
    }
}
