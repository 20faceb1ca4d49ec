package dev.earshot.cli.predict;

import dev.earshot.cli.command.ExistingFile;
import dev.earshot.cli.command.UsageException;
import dev.earshot.core.FieldException;
import dev.earshot.engagement.predict.EngagementModel;
import dev.earshot.engagement.predict.Forecast;
import dev.earshot.engagement.predict.PastPost;
import dev.earshot.engagement.predict.Planned;
import dev.earshot.engagement.predict.Quantiles;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code predict}: what a planned post may come to, from its account's past posts. */
@Command(
        name = "predict",
        description =
                "Predicts the likes, reposts and replies of a planned post from the past posts of"
                        + " its account, with a band, the words that move it, and what the past"
                        + " says little about.")
public final class Predict implements Callable<Integer> {
    @Option(
            names = "--history",
            required = true,
            paramLabel = "FILE",
            converter = ExistingFile.class,
            description =
                    "The account's past posts: a table separated by tabs, plain or gzip, with"
                            + " created_at, text, and likes, reposts or replies. Required")
    private @Nullable Path history;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = {"When it is to be sent, such as 2026-01-31T12:00:00Z.", "Default: now"})
    private Optional<String> at = Optional.empty();

    @Option(
            names = "--account",
            paramLabel = "USER",
            description = {
                "Which of the accounts in the column 'user' sends it.",
                "Default: the one with the most past posts"
            })
    private Optional<String> account = Optional.empty();

    @Option(
            names = "--form",
            paramLabel = "FORM",
            description = {
                "What it carries: text, picture or clip, as the column 'form' of the past posts"
                        + " says it.",
                "Default: text"
            })
    private Planned.Form form = Planned.Form.TEXT;

    @Option(
            names = "--without-encoder",
            description = "Predicts from words, hour, form and past alone, without the text model.")
    private boolean withoutEncoder;

    @Parameters(paramLabel = "TEXT", arity = "1..*", description = "The planned post.")
    private List<String> text = List.of();

    private final PrintStream out;
    private final PrintStream error;
    private final InstantSource clock;

    public Predict(PrintStream out, PrintStream error, InstantSource clock) {
        this.out = out;
        this.error = error;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (history == null) {
            throw new UsageException("--history must name a file");
        }
        PastPostsFile past = PastPostsFile.read(history);
        refused(past, error);
        try {
            Instant time = at.map(PastPostsFile::time).orElseGet(clock::instant);
            TextReading reading = withoutEncoder ? TextReading.none() : TextReading.load();
            Planned plan =
                    new Planned(
                            account.orElseGet(() -> mostActive(past.posts())),
                            time,
                            Optional.of(String.join(" ", text)),
                            form,
                            Optional.empty());
            print(EngagementModel.fit(reading.of(past.posts())).forecast(plan, reading.encoder()));
            return 0;
        } catch (FieldException e) {
            throw new UsageException(e.field() + " " + e.reason());
        }
    }

    /** The account with the most posts; the first by name among equals. */
    static String mostActive(List<PastPost> posts) {
        return posts.stream()
                .collect(
                        Collectors.groupingBy(
                                each -> each.post().account(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(
                        Map.Entry.<String, Long>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(PastPostsFile.ACCOUNT);
    }

    /** Says which lines were left out. */
    public static void refused(PastPostsFile past, PrintStream error) {
        past.refused().stream().limit(5).forEach(error::println);
        if (past.refused().size() > 5) {
            error.println("and " + (past.refused().size() - 5) + " lines more were left out");
        }
    }

    private void print(Forecast forecast) {
        Quantiles quantiles = forecast.quantiles();
        out.printf(
                Locale.ROOT,
                "about %,.0f responses; 8 times in 10 between %,.0f and %,.0f; lately usual %,.0f%n",
                Quantiles.responses(quantiles.median()),
                Quantiles.responses(quantiles.low()),
                Quantiles.responses(quantiles.high()),
                forecast.usual());
        for (Forecast.Mover mover : forecast.movers()) {
            out.printf(Locale.ROOT, "  x %.2f  %s%n", mover.effect(), mover.part());
        }
        forecast.extrapolates().forEach(doubt -> out.println("  unsure: " + doubt));
    }
}
