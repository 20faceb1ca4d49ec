package dev.earshot.cli.eval;

import dev.earshot.cli.command.Choice;
import dev.earshot.cli.command.ExistingFolder;
import dev.earshot.cli.command.UsageException;
import dev.earshot.evaluation.DataMissingException;
import dev.earshot.evaluation.report.FigureSection;
import dev.earshot.evaluation.report.Machine;
import dev.earshot.evaluation.vision.AnnotatedPictures;
import dev.earshot.evaluation.vision.BlurFigures;
import dev.earshot.evaluation.vision.DuplicateFigures;
import dev.earshot.evaluation.vision.FaceFigures;
import dev.earshot.evaluation.vision.Figure;
import dev.earshot.evaluation.vision.FigureTable;
import dev.earshot.evaluation.vision.LogoFigures;
import dev.earshot.evaluation.vision.ObjectFigures;
import dev.earshot.evaluation.vision.OcrFigures;
import dev.earshot.evaluation.vision.SafetyFigures;
import dev.earshot.evaluation.vision.SceneFigures;
import dev.earshot.evaluation.vision.VideoFigures;
import dev.earshot.evaluation.vision.VisionEvaluation;
import dev.earshot.local.Project;
import dev.earshot.wire.api.JsonWriter;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * {@code eval vision}: measures the vision models and prints every figure in one table, beside its
 * target. A measurement whose data is missing is reported as skipped.
 */
@Command(
        name = "vision",
        description =
                "Measures the vision models on annotated pictures and clips and prints the results"
                        + " beside their targets.")
final class EvalVision implements Callable<Integer> {
    private static final String README = "models/README.md";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            converter = ExistingFolder.class,
            description = {
                "Folder of annotated pictures and clips.",
                "Default: ../shared/data beside the project"
            })
    private @Nullable Path data;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            converter = EvaluationName.class,
            description = {
                "The one measurement to take: objects, faces, text, scenes, safety, blurred,"
                        + " copies, logos, video.",
                "Default: all of them"
            })
    private @Nullable String only;

    @Option(names = "--json", description = "Prints JSON instead of a table.")
    private boolean json;

    @Option(
            names = "--write",
            description =
                    "Also writes the table into its section of "
                            + README
                            + ", under the date, machine, commit and versions.")
    private boolean write;

    private final PrintStream out;
    private final PrintStream error;
    private final InstantSource clock;

    EvalVision(PrintStream out, PrintStream error, InstantSource clock) {
        this.out = out;
        this.error = error;
        this.clock = clock;
    }

    static final class EvaluationName extends Choice {
        EvaluationName() {
            super(evaluations().stream().map(VisionEvaluation::name).toList());
        }
    }

    private static List<VisionEvaluation> evaluations() {
        return List.of(
                new ObjectFigures(),
                new FaceFigures(),
                new OcrFigures(),
                new SceneFigures(),
                new SafetyFigures(),
                new BlurFigures(),
                new DuplicateFigures(),
                new LogoFigures(),
                new VideoFigures());
    }

    @Override
    public Integer call() throws Exception {
        Optional<FigureSection> section = section();
        FigureTable table = new FigureTable(json ? error : out);
        List<Figure> figures = new ArrayList<>();
        Map<String, String> skipped = new LinkedHashMap<>();
        for (VisionEvaluation evaluation : evaluations()) {
            if (only != null && !only.equals(evaluation.name())) {
                continue;
            }
            try {
                for (Figure figure : measure(evaluation)) {
                    table.add(figure);
                    figures.add(figure);
                }
            } catch (DataMissingException e) {
                table.skipped(evaluation.name(), String.valueOf(e.getMessage()));
                skipped.put(evaluation.name(), String.valueOf(e.getMessage()));
            }
        }
        if (json) {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("figures", figures);
            view.put("skipped", skipped);
            out.println(new JsonWriter().writeIndented(view));
        } else if (!figures.isEmpty()) {
            out.println();
            out.println(FigureTable.missed(figures));
        }
        if (section.isPresent()) {
            section.get()
                    .replace(
                            Machine.lines(Project.root(), clock.instant()),
                            table(figures, skipped));
        }
        return 0;
    }

    private List<Figure> measure(VisionEvaluation evaluation) throws IOException {
        return evaluation.measure(
                AnnotatedPictures.in(data == null ? Project.data() : data), Project.models());
    }

    /** Found before anything is measured, so that a missing section is reported at once. */
    private Optional<FigureSection> section() throws IOException {
        if (!write) {
            return Optional.empty();
        }
        if (only != null) {
            throw new UsageException("--write needs a full run; leave out --only");
        }
        return Optional.of(FigureSection.of(Project.root().resolve(README), "eval vision"));
    }

    private static List<String> table(List<Figure> figures, Map<String, String> skipped) {
        var bytes = new ByteArrayOutputStream();
        try (var print = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            var table = new FigureTable(print);
            figures.forEach(table::add);
            skipped.forEach(table::skipped);
            print.println();
            print.println(FigureTable.missed(figures));
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
