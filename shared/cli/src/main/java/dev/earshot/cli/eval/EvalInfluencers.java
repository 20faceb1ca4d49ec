package dev.earshot.cli.eval;

import dev.earshot.cli.command.ExistingFolder;
import dev.earshot.cli.command.UsageException;
import dev.earshot.evaluation.DataFolder;
import dev.earshot.evaluation.influence.FairnessFindings;
import dev.earshot.evaluation.influence.Finding;
import dev.earshot.evaluation.influence.HumanFindings;
import dev.earshot.evaluation.influence.ImpactFindings;
import dev.earshot.evaluation.influence.MachineryFindings;
import dev.earshot.evaluation.influence.PlantedFindings;
import dev.earshot.evaluation.influence.SplitHalves;
import dev.earshot.evaluation.influence.world.World;
import dev.earshot.evaluation.report.FigureSection;
import dev.earshot.evaluation.report.Machine;
import dev.earshot.local.Project;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * {@code eval influencers}: measures the influencer score and prints one table. Every sample is
 * seeded. A measurement whose data is missing is reported as skipped. Exit code 1 if a figure is
 * not what it should be.
 */
@Command(
        name = "influencers",
        description =
                "Measures the influencer score on planted worlds and human judgements. Exit code 1 if"
                        + " a figure misses its target.")
final class EvalInfluencers implements Callable<Integer> {
    private static final String README = "shared/influence/README.md";

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

    EvalInfluencers(PrintStream out, PrintStream error, InstantSource clock) {
        this.out = out;
        this.error = error;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        Optional<FigureSection> section = section();
        List<Finding> findings = findings();
        List<String> table = table(findings);
        table.forEach(out::println);
        if (section.isPresent()) {
            section.get().replace(Machine.lines(Project.root(), clock.instant()), table);
        }
        return findings.stream().allMatch(Finding::met) ? 0 : 1;
    }

    /** Found before anything is measured, so that a missing section is reported at once. */
    private Optional<FigureSection> section() throws IOException {
        if (!write) {
            return Optional.empty();
        }
        if (quick) {
            throw new UsageException("--write needs a full run; leave out --quick");
        }
        return Optional.of(FigureSection.of(Project.root().resolve(README), "eval influencers"));
    }

    private List<Finding> findings() throws Exception {
        Path folder = DataFolder.part(data == null ? Project.data() : data, "text");
        var findings = new ArrayList<Finding>();
        findings.addAll(
                step(
                        "planted worlds",
                        () ->
                                PlantedFindings.agreement(
                                        quick ? 1 : 3,
                                        new World.Setup(
                                                quick ? 150 : 300,
                                                quick ? 1_000 : 3_000,
                                                .6,
                                                .2,
                                                true),
                                        quick ? 1 : 2)));
        findings.addAll(
                step(
                        "attacks",
                        () ->
                                PlantedFindings.attacks(
                                        quick ? 1 : 5,
                                        new World.Setup(
                                                quick ? 80 : 160,
                                                quick ? 600 : 1_200,
                                                .6,
                                                .25,
                                                false))));
        findings.addAll(
                step(
                        "split halves",
                        () ->
                                SplitHalves.run(
                                        quick ? 1 : 4,
                                        new World.Setup(quick ? 200 : 400, 2_000, .6, .2, false))));
        findings.addAll(step("impact", () -> ImpactFindings.run(quick ? 60 : 500)));
        findings.addAll(step("alignment", () -> FairnessFindings.alignment(50)));
        findings.addAll(
                step(
                        "fairness",
                        () ->
                                FairnessFindings.permutations(
                                        new World.Setup(quick ? 60 : 150, 800, .6, .2, true))));
        findings.addAll(
                step(
                        "receipts",
                        () ->
                                FairnessFindings.receipts(
                                        new World.Setup(40, 300, .6, .2, true), quick ? 3 : 12)));
        findings.addAll(step("graph", () -> MachineryFindings.graph(quick ? 100_000 : 1_000_000)));
        findings.addAll(step("portfolio", () -> MachineryFindings.portfolio(quick ? 20 : 100)));
        findings.addAll(step("human judgement", () -> HumanFindings.run(folder)));
        return findings;
    }

    private interface Step {
        List<Finding> run() throws Exception;
    }

    private List<Finding> step(String name, Step step) throws Exception {
        long started = System.nanoTime();
        List<Finding> findings = step.run();
        error.printf(Locale.ROOT, "%s: %.0f s%n", name, (System.nanoTime() - started) / 1e9);
        return findings;
    }

    private static List<String> table(List<Finding> findings) {
        int width = findings.stream().mapToInt(f -> f.what().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add("Intervals are 95 % (bootstrap or Wilson) unless a line says otherwise.");
        lines.add("");
        for (Finding f : findings) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%-" + width + "s  %-16s  %-34s  %s",
                            f.what(),
                            f.figure(),
                            f.interval(),
                            f.wanted().isEmpty()
                                    ? ""
                                    : "wanted " + f.wanted() + (f.met() ? ": yes" : ": NO")));
        }
        return lines;
    }
}
