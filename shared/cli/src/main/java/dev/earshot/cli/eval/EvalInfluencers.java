package dev.earshot.cli.eval;

import dev.earshot.cli.command.Command;
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
import dev.earshot.local.Project;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code eval influencers [--data DIR] [--quick]}: measures the influencer score and prints one
 * table. Everything is seeded. {@code --quick} takes small samples, whose intervals are wide. Files
 * that are not in DIR are skipped, loudly. Exit code 1 if a figure is not what it should be.
 */
public final class EvalInfluencers implements Command {
    private final PrintStream out;
    private final PrintStream error;

    public EvalInfluencers(PrintStream out, PrintStream error) {
        this.out = out;
        this.error = error;
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        boolean quick = false;
        Path data = DataFolder.part(Project.data(), "text");
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--quick" -> quick = true;
                case "--data" -> {
                    if (++i == arguments.size()) {
                        throw new UsageException("--data needs a folder");
                    }
                    data = DataFolder.part(Path.of(arguments.get(i)), "text");
                }
                default ->
                        throw new UsageException(
                                "unknown option "
                                        + arguments.get(i)
                                        + " for 'eval influencers'; it takes --data DIR and"
                                        + " --quick");
            }
        }
        List<Finding> findings = findings(data, quick);
        print(findings);
        return findings.stream().allMatch(Finding::met) ? 0 : 1;
    }

    private List<Finding> findings(Path data, boolean quick) throws Exception {
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
        findings.addAll(step("human judgement", () -> HumanFindings.run(data)));
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

    private void print(List<Finding> findings) {
        int width = findings.stream().mapToInt(f -> f.what().length()).max().orElse(0);
        out.println("Intervals are 95 % (bootstrap or Wilson) unless a line says otherwise.");
        out.println();
        for (Finding f : findings) {
            out.printf(
                    Locale.ROOT,
                    "%-" + width + "s  %-16s  %-34s  %s%n",
                    f.what(),
                    f.figure(),
                    f.interval(),
                    f.wanted().isEmpty()
                            ? ""
                            : "wanted " + f.wanted() + (f.met() ? ": yes" : ": NO"));
        }
    }
}
