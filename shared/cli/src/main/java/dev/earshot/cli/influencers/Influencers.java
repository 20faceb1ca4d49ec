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
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.influence.score.ScoredAuthor;
import dev.earshot.local.Endpoints;
import dev.earshot.local.Project;
import dev.earshot.usecase.scoring.OfflineWorkspace;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

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
    /** Authors that the API is asked for, so that ties reach beyond what is printed. */
    private static final int RANKED = 100;

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
            converter = PlatformName.class,
            description = {
                "Only authors on this platform, such as x or reddit.",
                "Default: all platforms"
            })
    private @Nullable Platform platform;

    @Option(
            names = "--min-followers",
            paramLabel = "N",
            converter = Followers.class,
            defaultValue = "200",
            description = {
                "Leaves out authors who are known to have fewer followers; 0 leaves out nobody.",
                "Default: ${DEFAULT-VALUE}, below which there are friends and family"
            })
    private int minFollowers;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Limit.class,
            defaultValue = "20",
            description = {"Authors to print, from 1 to 100.", "Default: ${DEFAULT-VALUE}"})
    private int limit;

    @Option(
            names = "--compare",
            paramLabel = "A",
            split = ",",
            description = {
                "2 to 5 authors of the board to print beside each other, split by commas.",
                "Default: the board is printed"
            })
    private List<String> compared = List.of();

    @Option(
            names = "--price",
            paramLabel = "A=P",
            split = ",",
            description = {
                "What an author of the board asks for, to be held against the people reached; once"
                        + " for each, or split by commas.",
                "Default: none"
            })
    private Map<String, Double> prices = Map.of();

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = {"Writes the board to a file for a spreadsheet.", "Default: none"})
    private @Nullable Path csv;

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

    static final class PlatformName implements ITypeConverter<Platform> {
        @Override
        public Platform convert(String value) {
            return Platform.of(value)
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "must be one of "
                                                    + Arrays.stream(Platform.values())
                                                            .map(Platform::key)
                                                            .collect(Collectors.joining(", "))));
        }
    }

    @Override
    public Integer call() throws Exception {
        List<BoardLine> lines = files.isEmpty() ? fromStack() : fromFiles();
        var print = new PrintStream(out, false, StandardCharsets.UTF_8);
        var paint = new Paint(Terminal.onOutput());
        if (lines.isEmpty()) {
            print.println(
                    "No author has a score for '"
                            + brand
                            + "' that fits"
                            + (files.isEmpty() ? "; './earshot score' scores now." : "."));
        } else if (compared.isEmpty()) {
            new Leaderboard(print, paint, new Prices(prices).checked(lines)).print(lines, limit);
        } else {
            Comparison.print(
                    Comparison.chosen(lines, compared),
                    new Prices(prices).checked(lines),
                    print,
                    paint);
        }
        print.flush();
        if (csv != null) {
            Files.write(csv, BoardCsv.lines(lines), StandardCharsets.UTF_8);
            error.println("Wrote " + lines.size() + " authors to " + csv + ".");
        }
        return 0;
    }

    private List<BoardLine> fromStack() throws Exception {
        Endpoints endpoints = stack.endpoints();
        var path = new StringBuilder("/v1/influencers?limit=" + RANKED);
        path.append("&brand=").append(ApiClient.encoded(brand));
        filter(path, "topic", topic);
        filter(path, "platform", platform == null ? null : platform.key());
        try (ApiClient api = new ApiClient(endpoints.api(), endpoints.apiKey())) {
            List<BoardLine> lines =
                    withEnough(
                            lines(
                                    api.find(path.toString())
                                            .orElseThrow(
                                                    () ->
                                                            new UsageException(
                                                                    "no brand '"
                                                                            + brand
                                                                            + "' is registered"))));
            var detailed = new ArrayList<BoardLine>();
            for (BoardLine line : lines) {
                boolean shown = detailed.size() < limit || !compared.isEmpty() || csv != null;
                String own =
                        "/v1/influencers/" + line.name() + "?brand=" + ApiClient.encoded(brand);
                detailed.add(shown ? api.find(own).map(line::with).orElse(line) : line);
            }
            return detailed;
        }
    }

    private static void filter(StringBuilder path, String name, @Nullable Object value) {
        if (value != null) {
            path.append('&').append(name).append('=').append(ApiClient.encoded(value.toString()));
        }
    }

    /** The ranked authors in an answer of the API. */
    public static List<BoardLine> lines(JsonNode answer) {
        List<BoardLine> lines = new ArrayList<>();
        answer.path("influencers").forEach(place -> lines.add(BoardLine.of(place)));
        return lines;
    }

    /** Those with enough followers, or whose followers are unknown; says how many are left out. */
    private List<BoardLine> withEnough(List<BoardLine> lines) {
        List<BoardLine> enough =
                lines.stream()
                        .filter(line -> line.followers().orElse(minFollowers) >= minFollowers)
                        .toList();
        if (enough.size() < lines.size()) {
            error.println(
                    (lines.size() - enough.size())
                            + " authors with fewer than "
                            + minFollowers
                            + " followers are left out; --min-followers 0 shows them.");
        }
        return enough;
    }

    private List<BoardLine> fromFiles() throws IOException, InterruptedException {
        List<Path> paths = files.stream().map(file -> ExistingFile.argument("FILE", file)).toList();
        if (brands == null) {
            throw new UsageException("with files, --brands FILE must name the brands to look for");
        }
        BrandCatalogue catalogue = BrandFile.read(Optional.of(brands));
        if (catalogue.watched().stream().noneMatch(b -> b.id().equals(brand))) {
            throw new UsageException(brands + " holds no brand '" + brand + "'");
        }
        error.println("Reading the posts...");
        AuthorFiles.Read read =
                AuthorFiles.read(
                        paths,
                        TextReaders.load(Project.models(), ComputeDevice.CPU),
                        catalogue,
                        clock);
        read.notes().forEach(error::println);
        if (read.posts().isEmpty()) {
            throw new UsageException(
                    "the files hold no post of a known author; './earshot check FILE' says what they"
                            + " hold");
        }
        List<BoardLine> lines =
                OfflineWorkspace.of(read.posts(), catalogue, clock.instant()).scores().stream()
                        .filter(scored -> scored.score().brandId().equals(brand))
                        .filter(scored -> platform == null || scored.score().platform() == platform)
                        .flatMap(scored -> line(scored, read.names()).stream())
                        .sorted(Comparator.comparingDouble(line -> -line.score()))
                        .toList();
        return withEnough(lines);
    }

    private Optional<BoardLine> line(ScoredAuthor scored, Map<AuthorRef, String> names) {
        AuthorRef author = scored.score().author();
        BoardLine whole = BoardLine.of(names.getOrDefault(author, author.pseudonym()), scored);
        if (topic == null) {
            return Optional.of(whole);
        }
        String plain = topic.startsWith("#") ? topic.substring(1) : topic;
        return scored.topics().stream()
                .filter(on -> on.topic().equalsIgnoreCase(plain))
                .findFirst()
                .map(
                        on ->
                                new BoardLine(
                                        whole.name(),
                                        whole.platform(),
                                        whole.followers(),
                                        on.score(),
                                        on.low(),
                                        on.high(),
                                        on.reason(),
                                        whole.parts(),
                                        whole.caveats(),
                                        whole.profile()));
    }
}
