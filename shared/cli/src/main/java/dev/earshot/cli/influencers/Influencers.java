package dev.earshot.cli.influencers;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.cli.analyze.AuthorFiles;
import dev.earshot.cli.analyze.BrandFile;
import dev.earshot.cli.api.ApiClient;
import dev.earshot.cli.command.ExistingFile;
import dev.earshot.cli.command.NonBlank;
import dev.earshot.cli.command.UsageException;
import dev.earshot.cli.command.WholeNumber;
import dev.earshot.cli.stack.RunningStack;
import dev.earshot.cli.terminal.Paint;
import dev.earshot.cli.terminal.Terminal;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.influence.score.ScoredAuthor;
import dev.earshot.local.Endpoints;
import dev.earshot.local.Project;
import dev.earshot.usecase.scoring.OfflineWorkspace;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

/**
 * {@code influencers}: prints the leaderboard of a brand with intervals and reasons, as the API of
 * a running stack answers. With files it scores the authors of the posts in them instead, without
 * any service.
 */
@Command(
        name = "influencers",
        description =
                "Prints who moves opinion about a brand, with intervals and reasons: from a running"
                        + " stack, or from posts in files.")
public final class Influencers implements Callable<Integer> {
    @Option(
            names = "--brand",
            paramLabel = "B",
            required = true,
            converter = NonBlank.class,
            description = "Id of the brand. Required")
    private String brand = "";

    @Option(
            names = "--topic",
            paramLabel = "T",
            converter = NonBlank.class,
            description = {"Only scores on this topic.", "Default: the brand as a whole"})
    private @Nullable String topic;

    @Option(
            names = "--platform",
            paramLabel = "P",
            converter = NonBlank.class,
            description = {
                "Only authors on this platform, such as x or reddit.",
                "Default: all platforms"
            })
    private @Nullable String platform;

    @Option(
            names = "--min-followers",
            paramLabel = "N",
            converter = Followers.class,
            description = {"Only authors with at least so many followers.", "Default: 0"})
    private @Nullable Integer minFollowers;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Limit.class,
            defaultValue = "20",
            description = {"Authors to print, from 1 to 100.", "Default: ${DEFAULT-VALUE}"})
    private int limit;

    @Option(
            names = "--brands",
            paramLabel = "FILE",
            converter = ExistingFile.class,
            description = {
                "JSON array of the brands to look for in the files, as the API takes them; needed"
                        + " with files.",
                "Default: none"
            })
    private @Nullable Path brands;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = {
                "Files of posts (NDJSON, JSON or CSV) to score in place of a stack.",
                "Default: the running stack is asked"
            })
    private List<String> files = List.of();

    @Mixin private final RunningStack stack = new RunningStack();

    private final PrintStream out;
    private final PrintStream error;
    private final InstantSource clock;

    public Influencers(PrintStream out, PrintStream error, InstantSource clock) {
        this.out = out;
        this.error = error;
        this.clock = clock;
    }

    static final class Limit extends WholeNumber {
        Limit() {
            super(1, 100);
        }
    }

    static final class Followers extends WholeNumber {
        Followers() {
            super(0, Integer.MAX_VALUE);
        }
    }

    @Override
    public Integer call() throws Exception {
        List<Leaderboard.Line> lines = files.isEmpty() ? fromStack() : fromFiles();
        var print = new PrintStream(out, false, StandardCharsets.UTF_8);
        if (lines.isEmpty()) {
            print.println(
                    "No author has a score for '"
                            + brand
                            + "' that fits"
                            + (files.isEmpty() ? "; './earshot score' scores now." : "."));
            print.flush();
            return 0;
        }
        new Leaderboard(print, new Paint(Terminal.onOutput())).print(lines);
        return 0;
    }

    private List<Leaderboard.Line> fromStack() throws Exception {
        Endpoints endpoints = stack.endpoints();
        var path = new StringBuilder("/v1/influencers?limit=" + limit);
        path.append("&brand=").append(ApiClient.encoded(brand));
        filter(path, "topic", topic);
        filter(path, "platform", platform);
        filter(path, "minFollowers", minFollowers);
        try (ApiClient api = new ApiClient(endpoints.api(), endpoints.apiKey())) {
            return lines(
                    api.find(path.toString())
                            .orElseThrow(
                                    () ->
                                            new UsageException(
                                                    "no brand '" + brand + "' is registered")));
        }
    }

    private static void filter(StringBuilder path, String name, @Nullable Object value) {
        if (value != null) {
            path.append('&').append(name).append('=').append(ApiClient.encoded(value.toString()));
        }
    }

    /** The ranked authors in an answer of the API. */
    public static List<Leaderboard.Line> lines(JsonNode answer) {
        List<Leaderboard.Line> lines = new ArrayList<>();
        for (JsonNode place : answer.path("influencers")) {
            lines.add(
                    new Leaderboard.Line(
                            place.path("rank").asInt(),
                            place.path("author").asText(),
                            place.path("platform").asText(),
                            place.has("followers")
                                    ? OptionalLong.of(place.path("followers").asLong())
                                    : OptionalLong.empty(),
                            place.path("score").asDouble(),
                            place.path("interval").path(0).asDouble(),
                            place.path("interval").path(1).asDouble(),
                            place.path("reason").asText()));
        }
        return lines;
    }

    private List<Leaderboard.Line> fromFiles() throws IOException, InterruptedException {
        List<Path> paths = files.stream().map(file -> ExistingFile.argument("FILE", file)).toList();
        if (brands == null) {
            throw new UsageException("with files, --brands FILE must name the brands to look for");
        }
        BrandCatalogue catalogue = BrandFile.read(Optional.of(brands));
        if (catalogue.watched().stream().noneMatch(b -> b.id().equals(brand))) {
            throw new UsageException(brands + " holds no brand '" + brand + "'");
        }
        error.println("Reading the posts...");
        var posts =
                AuthorFiles.read(
                        paths,
                        TextReaders.load(Project.models(), ComputeDevice.CPU),
                        catalogue,
                        clock);
        int least = minFollowers == null ? 0 : minFollowers;
        List<Leaderboard.Line> lines = new ArrayList<>();
        for (ScoredAuthor scored :
                OfflineWorkspace.of(posts, catalogue, clock.instant()).scores()) {
            boolean fits =
                    scored.score().brandId().equals(brand)
                            && (platform == null
                                    || scored.score().platform().key().equals(platform))
                            && (least == 0 || scored.followers().orElse(0) >= least);
            if (fits) {
                line(scored, lines.size() + 1).ifPresent(lines::add);
            }
        }
        lines.sort(Comparator.comparingDouble(line -> -line.score()));
        List<Leaderboard.Line> ranked = new ArrayList<>();
        for (Leaderboard.Line line : lines.subList(0, Math.min(limit, lines.size()))) {
            ranked.add(
                    new Leaderboard.Line(
                            ranked.size() + 1,
                            line.pseudonym(),
                            line.platform(),
                            line.followers(),
                            line.score(),
                            line.low(),
                            line.high(),
                            line.reason()));
        }
        return ranked;
    }

    private Optional<Leaderboard.Line> line(ScoredAuthor scored, int rank) {
        var score = scored.score();
        var whole =
                new Leaderboard.Line(
                        rank,
                        score.author().pseudonym(),
                        score.platform().key(),
                        scored.followers(),
                        score.score(),
                        score.low(),
                        score.high(),
                        score.reason());
        if (topic == null) {
            return Optional.of(whole);
        }
        String plain = topic.startsWith("#") ? topic.substring(1) : topic;
        return scored.topics().stream()
                .filter(on -> on.topic().equalsIgnoreCase(plain))
                .findFirst()
                .map(
                        on ->
                                new Leaderboard.Line(
                                        rank,
                                        whole.pseudonym(),
                                        whole.platform(),
                                        whole.followers(),
                                        on.score(),
                                        on.low(),
                                        on.high(),
                                        on.reason()));
    }
}
