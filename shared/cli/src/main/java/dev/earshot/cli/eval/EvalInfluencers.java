package dev.earshot.cli.eval;

import dev.earshot.cli.command.ExistingFolder;
import dev.earshot.evaluation.DataFolder;
import dev.earshot.evaluation.DataMissingException;
import dev.earshot.evaluation.influence.FairnessFindings;
import dev.earshot.evaluation.influence.HumanFindings;
import dev.earshot.evaluation.influence.ImpactFindings;
import dev.earshot.evaluation.influence.MachineryFindings;
import dev.earshot.evaluation.influence.NextPeriod;
import dev.earshot.evaluation.influence.PlantedFindings;
import dev.earshot.evaluation.influence.world.Law;
import dev.earshot.evaluation.influence.world.World;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.evaluation.report.FigureSection;
import dev.earshot.evaluation.report.FigureTable;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * {@code eval influencers}: measures the influencer score and prints one table. Every sample is
 * seeded. A measurement whose data is missing is reported as skipped. Exit code 1 if a figure
 * misses its target.
 */
@Command(
        name = "influencers",
        description =
                "Measures the influencer score on planted worlds and human judgements. Exit code 1 if"
                        + " a figure misses its target. --write publishes the figures in"
                        + " shared/influence/README.md.")
final class EvalInfluencers implements Callable<Integer> {
    /** Of a law: one alone holds two or three attackers of a kind, who say little. */
    private static final int ATTACKED_WORLDS = 3;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            converter = ExistingFolder.class,
            description = {
                "Folder of human judgements, or the one that holds it as 'text'.",
                "Default: ../shared/data beside the project"
            })
    private @Nullable Path data;

    @Option(names = "--quick", description = "Takes small samples, whose intervals are wide.")
    private boolean quick;

    @Mixin
    private final WriteOption write =
            new WriteOption("shared/influence/README.md", "eval influencers");

    private final PrintStream out;
    private final PrintStream error;
    private final InstantSource clock;
    private final List<Figure> figures = new ArrayList<>();
    private final Map<String, String> skipped = new LinkedHashMap<>();

    EvalInfluencers(PrintStream out, PrintStream error, InstantSource clock) {
        this.out = out;
        this.error = error;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        Optional<FigureSection> section = write.section(quick, "--quick");
        measure();
        List<String> table = new ArrayList<>();
        table.add("Intervals are 95 % (bootstrap or Wilson) unless a line says otherwise.");
        table.add("");
        table.addAll(FigureTable.lines(figures, skipped));
        table.add("");
        table.add(FigureTable.missed(figures));
        table.forEach(out::println);
        WriteOption.publish(section, table, clock);
        return figures.stream().allMatch(Figure::passes) ? 0 : 1;
    }

    private void measure() throws Exception {
        Path folder = DataFolder.part(data == null ? Project.data() : data, "text");
        var size = quick ? new World.Size(60, 400) : new World.Size(150, 900);
        int worlds = 1;
        for (Law law : Law.ALL) {
            var planted = new PlantedFindings(law, worlds, size, quick ? 2 : World.TOPICS);
            step("planted worlds, " + law.name(), planted::agreement);
            var attacked =
                    new PlantedFindings(law, quick ? 1 : ATTACKED_WORLDS, size, World.TOPICS);
            step("attacks, " + law.name(), attacked::attacks);
            step("next period, " + law.name(), () -> NextPeriod.run(law, worlds, size));
        }
        step("fairness", () -> FairnessFindings.languages(Law.ALL.getLast(), worlds, size));
        step("impact", () -> ImpactFindings.run(quick ? 60 : 500));
        step("graph", () -> MachineryFindings.graph(quick ? 100_000 : 1_000_000));
        step("portfolio", () -> MachineryFindings.portfolio(quick ? 20 : 100));
        step("human judgement", () -> HumanFindings.pairs(folder));
        step("bought followers", () -> HumanFindings.boughtFollowers(folder));
        step("bots", () -> HumanFindings.bots(folder));
    }

    private interface Step {
        List<Figure> run() throws Exception;
    }

    private void step(String name, Step step) throws Exception {
        long started = System.nanoTime();
        try {
            figures.addAll(step.run());
        } catch (DataMissingException e) {
            skipped.put(name, String.valueOf(e.getMessage()));
        }
        error.printf(Locale.ROOT, "%s: %.0f s%n", name, (System.nanoTime() - started) / 1e9);
    }
}
