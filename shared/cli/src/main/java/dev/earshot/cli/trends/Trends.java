package dev.earshot.cli.trends;

import dev.earshot.cli.analyze.InputFile;
import dev.earshot.cli.analyze.TableHints;
import dev.earshot.cli.command.ExistingFile;
import dev.earshot.cli.command.NonBlank;
import dev.earshot.cli.command.UsageException;
import dev.earshot.cli.terminal.Terminal;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.PostFiles;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.TrendKind;
import dev.earshot.trends.spike.BucketVerdict;
import dev.earshot.trends.spike.CountSeries;
import dev.earshot.trends.spike.EpisodeText;
import dev.earshot.trends.topic.Topic;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;

/**
 * {@code trends}: runs the detector over a file, bucket after bucket, knowing at each only what
 * came before, and prints a JSON object for each bucket, episode and topic.
 */
@Command(
        name = "trends",
        description = {
            "Says when posts rose beyond what is usual, bucket by bucket as if live, and why.",
            "Prints a JSON line for each bucket, then one for each episode, then, of posts, one",
            "for each new topic: words, hashtags or links that at least five accounts begin to use."
        })
public final class Trends implements Callable<Integer> {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("default");
    private static final int SHOWN_REFUSALS = 5;

    /** Below this many posts in all, or days, nothing can be called unusual. */
    private static final double FEW_POSTS = 50;

    private static final double FEW_DAYS = 1;

    @Parameters(
            arity = "1",
            paramLabel = "FILE",
            description =
                    "Posts in any form that 'analyze' takes, or a table of two columns,"
                            + " timestamp,value; - is standard input.")
    private String file = "";

    @Option(
            names = "--bucket",
            paramLabel = "LENGTH",
            converter = BucketLength.class,
            description = {
                "Length of a bucket: 5m, 1h, ...",
                "Default: 5m for posts, the usual distance of two rows for a table"
            })
    private @Nullable Duration bucket;

    @Option(names = "--alerts", description = "Prints the episodes and topics alone.")
    private boolean alerts;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            converter = NonBlank.class,
            description = {"Format of the posts.", "Default: recognised"})
    private @Nullable String source;

    @Mixin private final TableHints table = new TableHints();

    private final PrintStream out;
    private final PrintStream error;
    private final InstantSource clock;

    public Trends(PrintStream out, PrintStream error, InstantSource clock) {
        this.out = out;
        this.error = error;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (!file.equals("-")) {
            ExistingFile.argument("FILE", file);
        }
        try (InputFile input = InputFile.of(file)) {
            Optional<Counted> counted = isTable(input) ? counts(input) : posts(input);
            if (counted.isEmpty()) {
                return 1;
            }
            print(counted.get());
            return 0;
        } catch (IllegalArgumentException e) {
            throw new UsageException(file + ": " + e.getMessage());
        }
    }

    /** Counts, and what tells why they rose. */
    private record Counted(Counts counts, Optional<PostFileTrends> posts) {}

    private static boolean isTable(InputFile input) throws IOException {
        try (InputStream in = input.from(0)) {
            String head = new String(in.readNBytes(4_096), StandardCharsets.UTF_8);
            return head.lines().findFirst().filter(CountTable::begins).isPresent();
        }
    }

    private Optional<Counted> counts(InputFile input) throws IOException {
        input.settled();
        CountTable.Read read;
        try (var in =
                new BufferedReader(new InputStreamReader(input.from(0), StandardCharsets.UTF_8))) {
            read = CountTable.read(in);
        }
        leftOut(read.refused());
        if (read.samples().isEmpty()) {
            error.println(file + " holds no row with a time and a number");
            return Optional.empty();
        }
        var counts =
                Counts.of(
                        read.samples(),
                        Optional.ofNullable(bucket),
                        OptionalDouble.empty(),
                        Optional.empty());
        return Optional.of(new Counted(counts, Optional.empty()));
    }

    private Optional<Counted> posts(InputFile input) throws IOException {
        var request =
                new PostFiles.Request(
                        file,
                        WORKSPACE,
                        Optional.ofNullable(source),
                        clock.instant(),
                        PostFiles.Position.START,
                        table.hints());
        PostFileTrends posts = PostFileTrends.read(input, request);
        leftOut(posts.refused());
        if (posts.samples().isEmpty()) {
            error.println(file + " holds no post");
            return Optional.empty();
        }
        var counts =
                Counts.of(
                        posts.samples(),
                        Optional.of(bucket == null ? Duration.ofMinutes(5) : bucket),
                        OptionalDouble.of(0),
                        Optional.of(Instant.EPOCH));
        return Optional.of(new Counted(counts, Optional.of(posts)));
    }

    private void leftOut(List<String> refused) {
        if (!refused.isEmpty()) {
            error.println(file + ": left out " + refused.size() + ":");
            refused.stream().limit(SHOWN_REFUSALS).forEach(one -> error.println("  " + one));
        }
    }

    private void print(Counted counted) {
        Counts counts = counted.counts();
        var series = new CountSeries(counts.bucket());
        var place = new EpisodeText(WORKSPACE, "file", name(), TrendKind.MENTIONS, "");
        Map<String, Episode> episodes = new LinkedHashMap<>();
        List<BucketVerdict> verdicts = new ArrayList<>();
        boolean chart = Terminal.onOutput();
        double sum = 0;
        for (int i = 0; i < counts.values().size(); i++) {
            OptionalDouble count = counts.values().get(i);
            Instant time = counts.time(i);
            BucketVerdict verdict =
                    count.isPresent()
                            ? series.add(time, count.getAsDouble())
                            : series.missing(time);
            sum += count.orElse(0);
            verdict.change()
                    .map(place::episode)
                    .ifPresent(episode -> episodes.put(episode.id(), episode));
            if (chart) {
                verdicts.add(verdict);
            } else if (!alerts) {
                out.println(TrendLines.of(verdict));
            }
        }
        series.current().map(place::episode).ifPresent(last -> episodes.put(last.id(), last));
        List<Episode> told =
                episodes.values().stream()
                        .map(e -> counted.posts().map(p -> p.explained(e, counts)).orElse(e))
                        .toList();
        List<Topic> topics = counted.posts().map(posts -> posts.topics(counts)).orElse(List.of());
        if (chart) {
            TrendChart.lines(verdicts, told, topics).forEach(out::println);
        } else {
            told.forEach(episode -> out.println(TrendLines.of(episode)));
            topics.forEach(topic -> out.println(TrendLines.of(topic)));
        }
        out.flush();
        if (sum < FEW_POSTS || series.days() < FEW_DAYS) {
            error.printf(
                    "%s: too few posts to judge: %.0f in %.1f days; at least %.0f and a day are"
                            + " needed%n",
                    file, sum, series.days(), FEW_POSTS);
        }
    }

    private String name() {
        return file.equals("-") ? "this brand" : file.substring(file.lastIndexOf('/') + 1);
    }
}
