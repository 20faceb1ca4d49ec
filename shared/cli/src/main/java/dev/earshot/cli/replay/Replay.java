package dev.earshot.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.cli.api.ApiClient;
import dev.earshot.cli.command.ExistingFile;
import dev.earshot.cli.command.ExistingFolder;
import dev.earshot.cli.command.UsageException;
import dev.earshot.cli.stack.ApiPlace;
import dev.earshot.local.Project;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.DoubleUnaryOperator;

/**
 * {@code replay}: makes a stored result again and compares every number. Exit code 0 if all are
 * equal, 1 if something differs or can't be made again.
 */
@Command(
        name = "replay",
        description = {
            "Makes the stored result of a post or a picture again, on this machine, and compares every"
                    + " number with it.",
            "Exit code 1 if something differs, or can't be made again."
        })
public final class Replay implements Callable<Integer> {
    @Parameters(
            paramLabel = "WHAT",
            description =
                    "A post as PLATFORM/ID, such as bluesky/did:plc:ann:3k1; or with --file the key of a"
                            + " picture, media/...")
    private String what = "";

    @Option(
            names = "--models",
            paramLabel = "DIR",
            converter = ExistingFolder.class,
            description = {
                "Folder of assembled models; the ones that made the result are told by their SHA-256.",
                "Default: the models of this checkout"
            })
    private @Nullable Path models;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            converter = ExistingFile.class,
            description = {
                "The picture itself, which the API does not give out.",
                "Default: a post is meant"
            })
    private @Nullable Path file;

    @Mixin private final ApiPlace place = new ApiPlace();

    private final PrintStream out;

    public Replay(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = models == null ? Project.models() : models;
        try (ApiClient api = place.client()) {
            return file == null
                    ? post(api, folder)
                    : picture(api, folder, Files.readAllBytes(file));
        }
    }

    private int post(ApiClient api, Path folder) throws IOException, InterruptedException {
        int slash = what.indexOf('/');
        if (slash < 1 || slash == what.length() - 1) {
            throw new UsageException(
                    "a post must be named as PLATFORM/ID, such as mastodon/12345; got '"
                            + what
                            + "'");
        }
        String path =
                "/v1/posts/"
                        + ApiClient.encoded(what.substring(0, slash))
                        + "/"
                        + ApiClient.encoded(what.substring(slash + 1));
        Optional<JsonNode> stored = api.find(path);
        if (stored.isEmpty()) {
            out.println("No result of " + what + " is stored.");
            return 1;
        }
        if (!stored.get().hasNonNull("text")) {
            out.println(
                    "The text of "
                            + what
                            + " is not kept any more, and without it nothing can be made again.");
            return 1;
        }
        JsonNode brands = api.get("/v1/brands").path("brands");
        JsonNode replayed = PostReplay.of(folder, what, stored.get(), brands);
        PostReplay.limits(stored.get()).forEach(line -> out.println("Note: " + line));
        return report(stored.get(), replayed, PostReplay.FIELDS, value -> 0);
    }

    private int picture(ApiClient api, Path folder, byte[] bytes)
            throws IOException, InterruptedException {
        Optional<JsonNode> stored = api.find("/v1/media/" + ApiClient.encoded(what));
        if (stored.isEmpty()) {
            out.println("No result of " + what + " is stored.");
            return 1;
        }
        if (!stored.get().path("status").asText().equals("analysed")) {
            out.println(what + " was not analysed: " + stored.get().path("status").asText());
            return 1;
        }
        JsonNode brands = api.get("/v1/brands").path("brands");
        JsonNode replayed = PictureReplay.of(folder, bytes, brands);
        out.println("Note: logos are not looked for again; that needs the brands' own pictures.");
        return report(stored.get(), replayed, PictureReplay.FIELDS, PictureReplay.ROUNDING);
    }

    private int report(
            JsonNode stored, JsonNode replayed, List<String> fields, DoubleUnaryOperator rounding) {
        List<String> missing = ModelsUsed.missing(stored, replayed);
        missing.forEach(out::println);
        Difference.Outcome outcome = Difference.between(stored, replayed, fields, rounding);
        ModelsUsed.byName(replayed)
                .forEach(
                        (name, model) ->
                                out.println(
                                        "Read by "
                                                + name
                                                + " "
                                                + model.path("revision").asText()
                                                + ", SHA-256 "
                                                + model.path("sha256").asText()));
        int differ = outcome.differences().size();
        out.printf(
                Locale.ROOT,
                "%d values compared, %d equal to the last stored digit, %d different%n",
                outcome.compared(),
                outcome.compared() - differ,
                differ);
        outcome.differences()
                .forEach(
                        each ->
                                out.println(
                                        "  "
                                                + each.field()
                                                + ": stored "
                                                + each.stored()
                                                + ", now "
                                                + each.replayed()));
        if (differ > 0 && missing.isEmpty()) {
            out.println(
                    "The weights are the same. What can differ is the brands since then, a name that was"
                            + " masked, a language that the platform stated, another kind of processor"
                            + " (matrices of whole numbers are summed in another order), or posts that"
                            + " were read beside this one.");
        }
        return differ == 0 && missing.isEmpty() ? 0 : 1;
    }
}
