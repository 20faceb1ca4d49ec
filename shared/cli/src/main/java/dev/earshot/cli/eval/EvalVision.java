package dev.earshot.cli.eval;

import dev.earshot.cli.command.Command;
import dev.earshot.cli.command.UsageException;
import dev.earshot.evaluation.DataMissingException;
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

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code earshot eval vision [--data DIR] [--only NAME] [--json]}: every figure about pictures in
 * one table, beside its target. What can't be measured for want of data is skipped, loudly.
 */
public final class EvalVision implements Command {
    private final PrintStream out;
    private final PrintStream error;

    EvalVision(PrintStream out, PrintStream error) {
        this.out = out;
        this.error = error;
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
    public int run(List<String> arguments) throws Exception {
        Options options = Options.of(arguments);
        FigureTable table = new FigureTable(options.json() ? error : out);
        List<Figure> figures = new ArrayList<>();
        Map<String, String> skipped = new LinkedHashMap<>();
        for (VisionEvaluation evaluation : evaluations()) {
            if (options.only().filter(name -> !name.equals(evaluation.name())).isPresent()) {
                continue;
            }
            try {
                for (Figure figure : measure(evaluation, options.data())) {
                    table.add(figure);
                    figures.add(figure);
                }
            } catch (DataMissingException e) {
                table.skipped(evaluation.name(), String.valueOf(e.getMessage()));
                skipped.put(evaluation.name(), String.valueOf(e.getMessage()));
            }
        }
        if (options.json()) {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("figures", figures);
            view.put("skipped", skipped);
            out.println(new JsonWriter().writeIndented(view));
        } else if (!figures.isEmpty()) {
            out.println();
            out.println(FigureTable.missed(figures));
        }
        return 0;
    }

    private static List<Figure> measure(VisionEvaluation evaluation, Path data) throws IOException {
        return evaluation.measure(AnnotatedPictures.in(data), Project.models());
    }

    private record Options(Path data, Optional<String> only, boolean json) {
        static Options of(List<String> arguments) {
            Path data = Project.data();
            Optional<String> only = Optional.empty();
            boolean json = false;
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                int equals = argument.indexOf('=');
                String name = equals < 0 ? argument : argument.substring(0, equals);
                if (argument.equals("--json")) {
                    json = true;
                    continue;
                }
                if (!name.equals("--data") && !name.equals("--only")) {
                    throw new UsageException(
                            "unknown option "
                                    + argument
                                    + " for 'eval vision'; use --data DIR, --only NAME, --json");
                }
                if (equals < 0 && i + 1 == arguments.size()) {
                    throw new UsageException(name + " needs a value");
                }
                String value = equals < 0 ? arguments.get(++i) : argument.substring(equals + 1);
                if (name.equals("--data")) {
                    data = Path.of(value);
                } else {
                    only = Optional.of(value);
                }
            }
            return new Options(data, only, json);
        }
    }
}
