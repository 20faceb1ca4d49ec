package dev.earshot.cli.eval;

import dev.earshot.cli.command.ExistingFile;
import dev.earshot.cli.command.UsageException;
import dev.earshot.cli.predict.PastPostsFile;
import dev.earshot.cli.predict.Predict;
import dev.earshot.cli.predict.TextReading;
import dev.earshot.core.FieldException;
import dev.earshot.engagement.predict.EngagementTrial;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code eval engagement}: how well responses to an account's posts are predicted. */
@Command(
        name = "engagement",
        description =
                "Measures how well the responses to posts are predicted: the last 30 %% of them, each"
                        + " from those before it, with and without the text model, beside the"
                        + " quantiles of its account's last ten.")
final class EvalEngagement implements Callable<Integer> {
    @Option(
            names = "--file",
            required = true,
            paramLabel = "FILE",
            converter = ExistingFile.class,
            description =
                    "A table separated by tabs, plain or gzip, with created_at, text, and likes,"
                            + " reposts or replies. Required")
    private @Nullable Path file;

    private final PrintStream out;
    private final PrintStream error;

    EvalEngagement(PrintStream out, PrintStream error) {
        this.out = out;
        this.error = error;
    }

    @Override
    public Integer call() throws IOException {
        if (file == null) {
            throw new UsageException("--file must name a file");
        }
        PastPostsFile past = PastPostsFile.read(file);
        Predict.refused(past, error);
        try {
            EngagementTrial words = EngagementTrial.of(past.posts());
            print(words, EngagementTrial.of(TextReading.load().of(past.posts())));
            return 0;
        } catch (FieldException e) {
            throw new UsageException(e.field() + " " + e.reason());
        }
    }

    private void print(EngagementTrial words, EngagementTrial trial) {
        out.printf(
                Locale.ROOT,
                "%d posts, the last %d of them predicted from those before (log1p of responses)%n",
                trial.posts(),
                trial.judged());
        out.printf("%-22s %9s %9s %9s%n", "", "Spearman", "pinball", "80 % band");
        line("predicted", trial.model());
        line("without the encoder", words.model());
        line("last ten posts", trial.trailing());
        out.printf(
                Locale.ROOT,
                "predicted against last ten: Spearman %+.3f, pinball %+.1f %%%n",
                trial.model().spearman() - trial.trailing().spearman(),
                100 * (trial.model().pinball() / trial.trailing().pinball() - 1));
    }

    private void line(String name, EngagementTrial.Score score) {
        out.printf(
                Locale.ROOT,
                "%-22s %9.3f %9.4f %7.1f %%%n",
                name,
                score.spearman(),
                score.pinball(),
                100 * score.coverage());
    }
}
