package dev.earshot.cli.eval;

import dev.earshot.cli.command.Choice;
import dev.earshot.cli.command.ExistingFolder;
import dev.earshot.cli.command.UsageException;
import dev.earshot.evaluation.DataMissingException;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.evaluation.report.FigureSection;
import dev.earshot.evaluation.report.FigureTable;
import dev.earshot.evaluation.vision.AnnotatedPictures;
import dev.earshot.evaluation.vision.BlurFigures;
import dev.earshot.evaluation.vision.DuplicateFigures;
import dev.earshot.evaluation.vision.FaceFigures;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
                        + " beside their targets. --write publishes them in models/README.md.")
final class EvalVision implements Callable<Integer> {
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
            names = "--dir",
            paramLabel = "DIR",
            converter = ExistingFolder.class,
            description = {
                "Any folder of pictures and clips with an annotations.jsonl, one object each: file,"
                        + " and whichever of place, side, garment, action, text, faces and objects"
                        + " it is known for. Says of each kind how much is told, and how much of"
                        + " that is right.",
                "Default: the sets of --data"
            })
    private @Nullable Path folder;

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = {
                "With --dir: looks at N pictures, drawn evenly from the list.",
                "Default: all"
            })
    private @Nullable Integer sample;

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

    @Mixin private final WriteOption write = new WriteOption("models/README.md", "eval vision");

    private final PrintStream out;
    private final PrintStream error;
    private final InstantSource clock;

    EvalVision(PrintStream out, PrintStream error, InstantSource clock) {
        this.out = out;
        this.error = error;
        this.clock = clock;
    }

    /** A list of words, since the parser makes this whenever the program starts. */
    static final class EvaluationName extends Choice {
        static final List<String> NAMES =
                List.of(
                        "objects", "faces", "text", "scenes", "safety", "blurred", "copies",
                        "logos", "video");

        EvaluationName() {
            super(NAMES);
        }
    }

    static List<VisionEvaluation> evaluations() {
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
        Optional<FigureSection> section =
                write.section(only != null || folder != null, "--only and --dir");
        if (folder != null) {
            return annotated(folder);
        }
        if (sample != null) {
            throw new UsageException("--sample belongs to --dir");
        }
        List<Figure> figures = new ArrayList<>();
        Map<String, String> skipped = new LinkedHashMap<>();
        for (VisionEvaluation evaluation : evaluations()) {
            if (only != null && !only.equals(evaluation.name())) {
                continue;
            }
            long started = System.nanoTime();
            try {
                figures.addAll(measure(evaluation));
            } catch (DataMissingException e) {
                skipped.put(evaluation.name(), String.valueOf(e.getMessage()));
            }
            error.printf(
                    Locale.ROOT,
                    "%s: %.0f s%n",
                    evaluation.name(),
                    (System.nanoTime() - started) / 1e9);
        }
        List<String> table = new ArrayList<>(FigureTable.lines(figures, skipped));
        table.add("");
        table.add(FigureTable.missed(figures));
        if (json) {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("figures", figures);
            view.put("skipped", skipped);
            out.println(new JsonWriter().writeIndented(view));
        } else {
            table.forEach(out::println);
        }
        WriteOption.publish(section, table, clock);
        return 0;
    }

    private int annotated(Path dir) throws IOException {
        if (only != null || data != null) {
            throw new UsageException("--dir measures all of a folder; leave out --only and --data");
        }
        if (sample != null && sample < 1) {
            throw new UsageException("--sample must be at least 1, got " + sample);
        }
        return new AnnotatedFolderReport(out, error)
                .print(dir, sample == null ? Integer.MAX_VALUE : sample, json);
    }

    private List<Figure> measure(VisionEvaluation evaluation) throws IOException {
        return evaluation.measure(
                AnnotatedPictures.in(data == null ? Project.data() : data), Project.models());
    }
}
