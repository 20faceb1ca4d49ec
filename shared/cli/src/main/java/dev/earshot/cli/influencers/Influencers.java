package dev.earshot.cli.influencers;

import ai.djl.Device;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.cli.analyze.AuthorFiles;
import dev.earshot.cli.analyze.BrandFile;
import dev.earshot.cli.api.ApiClient;
import dev.earshot.cli.command.Command;
import dev.earshot.cli.command.UsageException;
import dev.earshot.cli.stack.RunningStack;
import dev.earshot.cli.terminal.Paint;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.influence.score.ScoredAuthor;
import dev.earshot.local.Endpoints;
import dev.earshot.local.Project;
import dev.earshot.usecase.scoring.OfflineScores;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code influencers --brand B}: prints the leaderboard of a brand with intervals and reasons, as
 * the API of a running stack answers. With files and {@code --brands FILE} it scores the authors of
 * the posts in the files instead, without any service.
 *
 * <p>Options: {@code --topic T}, {@code --platform P}, {@code --min-followers N}, {@code --limit N}
 * (20, at most 100), {@code --state DIR}.
 */
public final class Influencers implements Command {
    private static final List<String> FILTERS = List.of("--topic", "--platform", "--min-followers");
    private static final int MOST = 100;
    private static final int USUAL = 20;

    private final PrintStream out;
    private final PrintStream error;
    private final InstantSource clock;

    public Influencers(PrintStream out, PrintStream error, InstantSource clock) {
        this.out = out;
        this.error = error;
        this.clock = clock;
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        List<Path> files = new ArrayList<>();
        read(arguments, options, files);
        String brand = options.get("--brand");
        if (brand == null) {
            throw new UsageException("'influencers' needs --brand B; see './earshot --help'");
        }
        int limit = number("--limit", options.getOrDefault("--limit", "" + USUAL));
        List<Leaderboard.Line> lines =
                files.isEmpty()
                        ? fromStack(brand, options, limit)
                        : fromFiles(brand, options, files, limit);
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
        new Leaderboard(print, new Paint(onTerminal())).print(lines);
        return 0;
    }

    private static void read(
            List<String> arguments, Map<String, String> options, List<Path> files) {
        List<String> known = new ArrayList<>(FILTERS);
        known.addAll(List.of("--brand", "--limit", "--state", "--brands"));
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("-")) {
                Path file = Path.of(argument);
                if (!Files.isRegularFile(file)) {
                    throw new UsageException("there is no file " + argument);
                }
                files.add(file);
                continue;
            }
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!known.contains(name)) {
                throw new UsageException(
                        "unknown option " + name + " for 'influencers'; see './earshot --help'");
            }
            if (equals < 0 && i + 1 == arguments.size()) {
                throw new UsageException(name + " needs a value; see './earshot --help'");
            }
            options.put(name, equals < 0 ? arguments.get(++i) : argument.substring(equals + 1));
        }
    }

    private static int number(String name, String text) {
        try {
            int value = Integer.parseInt(text);
            if (name.equals("--limit") ? value >= 1 && value <= MOST : value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one message below, which names the value.
        }
        throw new UsageException(
                name
                        + " must be a whole number"
                        + (name.equals("--limit") ? " from 1 to 100" : "")
                        + ", but got '"
                        + text
                        + "'");
    }

    private static List<Leaderboard.Line> fromStack(
            String brand, Map<String, String> options, int limit) throws Exception {
        List<String> state =
                options.containsKey("--state")
                        ? List.of("--state", options.getOrDefault("--state", ""))
                        : List.of();
        Endpoints endpoints = RunningStack.endpoints("influencers", state);
        var path = new StringBuilder("/v1/influencers?limit=" + limit);
        path.append("&brand=").append(ApiClient.encoded(brand));
        filter(path, "topic", options.get("--topic"));
        filter(path, "platform", options.get("--platform"));
        filter(path, "minFollowers", options.get("--min-followers"));
        try (ApiClient api = new ApiClient(endpoints.api(), endpoints.apiKey())) {
            return lines(
                    api.find(path.toString())
                            .orElseThrow(
                                    () ->
                                            new UsageException(
                                                    "no brand '" + brand + "' is registered")));
        }
    }

    private static void filter(
            StringBuilder path, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            path.append('&').append(name).append('=').append(ApiClient.encoded(value));
        }
    }

    /** The places that the API answered. */
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

    private List<Leaderboard.Line> fromFiles(
            String brand, Map<String, String> options, List<Path> files, int limit)
            throws IOException, InterruptedException {
        String brandsFile = options.get("--brands");
        if (brandsFile == null) {
            throw new UsageException("with files, --brands FILE must name the brands to look for");
        }
        BrandCatalogue brands = BrandFile.read(Optional.of(Path.of(brandsFile)));
        if (brands.watched().stream().noneMatch(b -> b.id().equals(brand))) {
            throw new UsageException(brandsFile + " holds no brand '" + brand + "'");
        }
        error.println("Reading the posts...");
        var posts =
                AuthorFiles.read(
                        files, TextReaders.load(Project.models(), Device.cpu()), brands, clock);
        int least = number("--min-followers", options.getOrDefault("--min-followers", "0"));
        List<Leaderboard.Line> lines = new ArrayList<>();
        for (ScoredAuthor scored : OfflineScores.of(posts, brands, clock.instant())) {
            boolean fits =
                    scored.score().brandId().equals(brand)
                            && (!options.containsKey("--platform")
                                    || scored.score()
                                            .platform()
                                            .key()
                                            .equals(options.get("--platform")))
                            && (least == 0 || scored.followers().orElse(0) >= least);
            if (fits) {
                line(scored, options.get("--topic"), lines.size() + 1).ifPresent(lines::add);
            }
        }
        lines.sort(java.util.Comparator.comparingDouble(line -> -line.score()));
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

    private static java.util.Optional<Leaderboard.Line> line(
            ScoredAuthor scored, @org.jspecify.annotations.Nullable String topic, int rank) {
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
            return java.util.Optional.of(whole);
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

    @SuppressWarnings("SystemConsoleNull") // JDK 25 gives null again where there is no terminal
    private static boolean onTerminal() {
        String told = System.getProperty("earshot.stdout.terminal");
        Console console = System.console();
        return told != null ? told.equals("true") : console != null && console.isTerminal();
    }
}
