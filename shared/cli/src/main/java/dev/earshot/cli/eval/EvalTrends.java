package dev.earshot.cli.eval;

import dev.earshot.cli.command.ExistingFolder;
import dev.earshot.evaluation.DataFolder;
import dev.earshot.evaluation.DataMissingException;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.evaluation.report.FigureSection;
import dev.earshot.evaluation.report.FigureTable;
import dev.earshot.evaluation.trends.EarlyFindings;
import dev.earshot.evaluation.trends.NabFindings;
import dev.earshot.evaluation.trends.SpikeFindings;
import dev.earshot.evaluation.trends.SynchronyFindings;
import dev.earshot.evaluation.trends.TopicFindings;
import dev.earshot.local.Project;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * {@code eval trends}: measures the detectors of spikes and topics, and prints one table. Every
 * sample is seeded. Exit code 1 if a figure misses its target.
 */
@Command(
        name = "trends",
        description =
                "Measures the detectors of spikes and topics on labelled series of brands and on"
                        + " planted ones."
                        + " Exit code 1 if a figure misses its target. --write publishes the figures"
                        + " in shared/trends/README.md.")
final class EvalTrends implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            converter = ExistingFolder.class,
            description = {
                "Folder of labelled series, or the one that holds it as 'text'.",
                "Default: ../shared/data beside the project"
            })
    private @Nullable Path data;

    @Option(names = "--quick", description = "Takes small samples, whose intervals are wide.")
    private boolean quick;

    @Mixin
    private final WriteOption write = new WriteOption("shared/trends/README.md", "eval trends");

    private final PrintStream out;
    private final InstantSource clock;

    EvalTrends(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        Optional<FigureSection> section = write.section(quick, "--quick");
        List<Figure> figures = new ArrayList<>();
        Map<String, String> skipped = new LinkedHashMap<>();
        try {
            figures.addAll(
                    NabFindings.run(DataFolder.part(data == null ? Project.data() : data, "text")));
        } catch (DataMissingException e) {
            skipped.put("labelled series", String.valueOf(e.getMessage()));
        }
        figures.addAll(SpikeFindings.counts(quick ? 3 : 20, quick ? 200 : 1_000));
        figures.addAll(EarlyFindings.of(quick ? 200 : 1_000, quick ? 31 : 101));
        figures.addAll(SpikeFindings.shares(quick ? 40 : 200));
        figures.addAll(SynchronyFindings.run(quick ? 50 : 200));
        figures.addAll(TopicFindings.run(quick ? 100_000 : 1_000_000));
        figures.addAll(SpikeFindings.cost());
        List<String> table = new ArrayList<>();
        table.add("Intervals are 95 % (bootstrap or Wilson), or the range of 95 % of the worlds.");
        table.add("");
        table.addAll(FigureTable.lines(figures, skipped));
        table.add("");
        table.add(FigureTable.missed(figures));
        table.forEach(out::println);
        WriteOption.publish(section, table, clock);
        return figures.stream().allMatch(Figure::passes) ? 0 : 1;
    }
}
