package dev.earshot.cli.eval;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.engagement.cases.Case;
import dev.earshot.engagement.cases.CaseFile;
import dev.earshot.engagement.cases.CaseId;
import dev.earshot.engagement.cases.CaseRules;
import dev.earshot.engagement.cases.CaseSettings;
import dev.earshot.evaluation.bias.BiasGate;
import dev.earshot.evaluation.bias.BiasReport;
import dev.earshot.evaluation.bias.Consequences;
import dev.earshot.evaluation.bias.LanguageReader;
import dev.earshot.evaluation.bias.Swap;
import dev.earshot.local.Project;
import dev.earshot.privacy.PersonalData;
import dev.earshot.reading.TextReader;
import dev.earshot.usecase.post.PostReadings;

import picocli.CommandLine.Command;

import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * {@code eval bias}: how verdicts, priorities and scores vary with the people that posts are about.
 * Exit code 1 if a priority or a score varies by more than its bound; the verdicts' bounds are
 * those of {@code eval text}.
 */
@Command(
        name = "bias",
        description = {
            "Swaps names, genders, nationalities, religions and spellings in otherwise equal posts, and"
                    + " measures what that does to verdicts, to the priority of cases and to the"
                    + " influencer score. What is left is printed group by group.",
            "Exit code 1 if priorities differ by more than 5 points on average, or scores by more than 5."
        })
final class EvalBias implements Callable<Integer> {
    /** One level of reach, or half of what anger and bad mood add to a case. */
    static final double MOST_PRIORITY = 5;

    /** Of 100; less than the half-width of most scores' intervals. */
    static final double MOST_SCORE = 5;

    private static final long SEED = 18;
    private static final int MEMBERS = 2;
    private static final String ENGLISH = "en";

    private final PrintStream out;

    EvalBias(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        TextReader reader = TextReaders.load(Project.models(), ComputeDevice.CPU);
        BiasReport report = new BiasGate(MEMBERS, SEED).measure(LanguageReader.of(reader));
        out.println("Verdicts, positive minus negative, and flags of neutral sentences:");
        report.table().forEach(out::println);
        List<String> read =
                report.rows().stream().map(BiasReport.Row::language).distinct().toList();
        out.println("What follows from them:");
        List<Swap> swaps = swaps(reader, read);
        swaps.forEach(swap -> out.println(swap.line()));
        List<Swap> beyond = swaps.stream().filter(EvalBias::isBeyond).toList();
        out.printf(
                Locale.ROOT,
                "%d of %d comparisons beyond their bound (priority %.0f points, score %.0f)%n",
                beyond.size(),
                swaps.size(),
                MOST_PRIORITY,
                MOST_SCORE);
        return beyond.isEmpty() ? 0 : 1;
    }

    /** The comparisons in every language that is read, English among them. */
    static List<Swap> swaps(TextReader reader, List<String> languages) {
        var readings =
                new PostReadings(
                        reader, PersonalData.masking("mask"), InstantSource.fixed(Instant.EPOCH));
        var consequences = new Consequences(readings, SEED);
        List<Swap> swaps = new ArrayList<>();
        for (String language : languages.isEmpty() ? List.of(ENGLISH) : languages) {
            swaps.addAll(consequences.ofPosts(language, 1, "case priority", EvalBias::priority));
            swaps.addAll(consequences.ofScores(language));
        }
        return swaps;
    }

    static boolean isBeyond(Swap swap) {
        return swap.gap() > (swap.number().startsWith("case") ? MOST_PRIORITY : MOST_SCORE);
    }

    /** Points of the case that a post makes by itself; 0 if it makes none. */
    private static double priority(PostAnalysis post) {
        return CaseRules.conversation(post, Map.of())
                .flatMap(
                        of ->
                                Case.of(
                                        new CaseFile(
                                                CaseId.of(of),
                                                List.of(post.with(post.context().with(of))),
                                                List.of(),
                                                0),
                                        CaseSettings.STANDARD,
                                        Set.of()))
                .map(each -> (double) each.priority().points())
                .orElse(0.0);
    }
}
