package dev.earshot.cli.eval;

import dev.earshot.cli.command.ExistingFile;
import dev.earshot.core.privacy.PiiKind;
import dev.earshot.core.text.TextSpan;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.evaluation.privacy.MaskMovement;
import dev.earshot.evaluation.privacy.MaskMovement.Moved;
import dev.earshot.evaluation.privacy.OwnPosts;
import dev.earshot.evaluation.privacy.PiiEvaluation;
import dev.earshot.evaluation.privacy.PiiEvaluation.Outcome;
import dev.earshot.evaluation.privacy.PiiEvaluation.Tally;
import dev.earshot.evaluation.privacy.PiiPosts;
import dev.earshot.evaluation.privacy.PiiPosts.LabelledPost;
import dev.earshot.local.Project;
import dev.earshot.privacy.PiiDetector;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * {@code eval privacy}: measures how well personal data is found. Exit code 1 if a file is not of
 * the expected shape, 2 if it is missing.
 */
@Command(
        name = "privacy",
        description =
                "Measures how well personal data is found in texts: precision, recall, F1 and F2 by"
                        + " kind, mentions of brands that are masked, and the time that a post takes.")
final class EvalPrivacy implements Callable<Integer> {
    @Option(
            names = "--file",
            paramLabel = "FILE",
            converter = ExistingFile.class,
            description = {
                "Labelled posts, one JSON object a line, plain or gzip: text, and spans with label,"
                        + " start and end. Labels may be those of Presidio.",
                "Default: the project's own posts in 24 languages"
            })
    private @Nullable Path file;

    @Option(
            names = "--templates",
            paramLabel = "WHICH",
            description = {
                "Only posts whose template_id is 'odd' or 'even'. The model of names was trained on"
                        + " the even templates of pii_en_presidio_synth_v2: report the odd ones.",
                "Default: all posts"
            })
    private @Nullable Half templates;

    @Option(
            names = "--verdicts",
            paramLabel = "FILE",
            converter = ExistingFile.class,
            description = {
                "Posts, one a line, UTF-8: how many get another verdict because the models read them"
                        + " masked, and nothing else.",
                "Default: that of the project's own posts, where they are measured and the models"
                        + " are assembled"
            })
    private @Nullable Path verdicts;

    @Option(names = "--misses", description = "Also prints what was missed or found wrongly.")
    private boolean misses;

    private final PrintStream out;

    EvalPrivacy(PrintStream out) {
        this.out = out;
    }

    /** Half of a file's templates. */
    enum Half {
        odd,
        even
    }

    @Override
    public Integer call() throws IOException {
        List<LabelledPost> posts = file == null ? OwnPosts.all() : PiiPosts.read(file);
        if (templates != null) {
            Half half = templates;
            posts = posts.stream().filter(post -> half == half(post)).toList();
        }
        PiiDetector detector = PiiDetector.builtIn();
        if (verdicts != null) {
            move(detector, Files.readAllLines(verdicts));
            return 0;
        }
        Outcome outcome = PiiEvaluation.measure(detector, posts);
        print(outcome, millisPerPost(detector, posts));
        if (misses) {
            outcome.misses().forEach(out::println);
        }
        if (file == null && Files.isDirectory(Project.models().resolve("text"))) {
            move(detector, posts.stream().map(LabelledPost::text).toList());
        }
        return 0;
    }

    private void move(PiiDetector detector, List<String> posts) {
        Moved moved =
                MaskMovement.measure(
                        TextReaders.load(Project.models(), ComputeDevice.CPU), detector, posts);
        out.printf(
                Locale.ROOT,
                "%d posts: %d masked in part, %d get another verdict (%.2f %% of all), %d the"
                        + " opposite one%n",
                moved.posts(),
                moved.masked(),
                moved.moved(),
                moved.share() * 100,
                moved.reversed());
    }

    private static @Nullable Half half(LabelledPost post) {
        try {
            return Integer.parseInt(post.group()) % 2 == 0 ? Half.even : Half.odd;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private void print(Outcome outcome, double millis) {
        out.printf(
                Locale.ROOT,
                "%-16s %8s %7s %9s %7s %6s %6s%n",
                "kind",
                "labelled",
                "found",
                "precision",
                "recall",
                "F1",
                "F2");
        for (PiiKind kind : PiiKind.values()) {
            Tally tally = outcome.byKind().get(kind);
            if (tally != null) {
                out.printf(
                        Locale.ROOT,
                        "%-16s %8d %7d %9.3f %7.3f %6.3f %6.3f%n",
                        kind.name().toLowerCase(Locale.ROOT),
                        tally.labelled(),
                        tally.found(),
                        tally.precision(),
                        tally.recall(),
                        tally.f(1),
                        tally.f(2));
            }
        }
        out.printf(
                Locale.ROOT, "%d posts, %.3f ms of processor time each%n", outcome.posts(), millis);
        out.printf(
                Locale.ROOT,
                "%d of %d mentions of brands and organisations masked where none is registered, %d where"
                        + " all are%n",
                outcome.brandsMasked(),
                outcome.brands(),
                outcome.registeredMasked());
        if (!outcome.unknown().isEmpty()) {
            out.println("Labels that nothing here looks for: " + outcome.unknown());
        }
    }

    /** Processor time, mean of passes over the posts, after as many for the compiler. */
    private static double millisPerPost(PiiDetector detector, List<LabelledPost> posts) {
        int passes = Math.max(1, 4000 / Math.max(1, posts.size()));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (int round = 0; round < 2; round++) {
            long begun = threads.getCurrentThreadCpuTime();
            for (int pass = 0; pass < passes; pass++) {
                posts.forEach(post -> detector.find(post.text(), List.<TextSpan>of()));
            }
            nanos = threads.getCurrentThreadCpuTime() - begun;
        }
        return nanos / 1e6 / passes / Math.max(1, posts.size());
    }
}
