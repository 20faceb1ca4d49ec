package dev.earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Revision;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.djl.vision.PictureVision;
import dev.earshot.lambda.StoredForm;
import dev.earshot.local.Project;
import dev.earshot.privacy.PersonalData;
import dev.earshot.reading.brand.BrandMatcher;
import dev.earshot.usecase.media.MediaReadings;
import dev.earshot.usecase.post.PostReadings;
import dev.earshot.wire.api.JsonWriter;
import dev.earshot.wire.api.PostWithText;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

// Over HTTP, of results that were made in one call with others, as the intake does.
final class ReplayCommandTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final WorkspaceId WORKSPACE = new WorkspaceId("default");
    private static final BrandCatalogue BRANDS =
            new BrandCatalogue(
                    1, List.of(Brand.named("acme", "Acme"), Brand.named("talvix", "Talvix")));
    private static final List<String> TEXTS =
            List.of(
                    "Acme's new kettle is brilliant, but the Talvix one leaks. #tea",
                    "My Talvix broke after two days and nobody answers the phone +44 7911 123456!!",
                    "Does Acme ship to Norway?",
                    "ok");

    @TempDir private Path folder = Path.of("");
    private HttpServer server;
    private final Map<String, String> answers = new HashMap<>();

    @BeforeEach
    void start() throws IOException {
        answers.put(
                "/v1/brands",
                "{\"version\":1,\"brands\":" + new JsonWriter().write(BRANDS.brands()) + "}");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    String answer = answers.get(exchange.getRequestURI().getPath());
                    byte[] body = (answer == null ? "{}" : answer).getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void replay_ofPostsThatWereReadTogether_isEqualToTheLastDigit() throws IOException {
        store("mask");
        for (int i : List.of(0, 1)) {
            CommandLineRun ran = replay("mastodon/" + i);

            assertThat(ran.out()).as(TEXTS.get(i)).contains(" 0 different").contains("SHA-256");
            assertThat(ran.code()).isZero();
        }
    }

    @Test
    void replay_ofAChangedNumber_saysWhichAndFails() throws IOException {
        store("keep");
        String path = "/v1/posts/mastodon/0";
        answers.compute(
                path,
                (p, json) -> json.replaceFirst("\"negative\":[0-9.]+", "\"negative\":0.5555"));

        CommandLineRun ran = replay("mastodon/0");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("sentiment.negative: stored 0.5555, now 0.");
    }

    @Test
    void replay_ofOtherWeights_namesTheirShaAndTheWayToThem() throws IOException {
        store("keep");
        answers.compute(
                "/v1/posts/mastodon/0",
                (p, json) ->
                        json.replaceAll(
                                "\"sha256\":\"[0-9a-f]{64}\"",
                                "\"sha256\":\"" + "ab".repeat(32) + "\""));

        CommandLineRun ran = replay("mastodon/0");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains("abababab")
                .contains("which is not here")
                .contains("-- models/text/model.json");
    }

    @Test
    void replay_withoutATextOrAResult_saysSo() throws IOException {
        store("keep");
        answers.compute(
                "/v1/posts/mastodon/0", (p, json) -> json.replaceFirst(",\"text\":\".*\"}$", "}"));

        assertThat(replay("mastodon/0").out()).contains("not kept any more");
        assertThat(replay("mastodon/unknown").out()).contains("No result of mastodon/unknown");
        assertThat(replay("mastodon").code()).isEqualTo(2);
    }

    @Test
    @Tag("long")
    void replay_ofAPicture_comparesWhatIsSeen() throws IOException {
        byte[] picture =
                ReplayCommandTest.class
                        .getResourceAsStream("/dev/earshot/cli/demo/pictures/" + aPicture())
                        .readAllBytes();
        Path file = Files.write(folder.resolve("picture"), picture);
        var readings =
                new MediaReadings(
                        PictureVision.load(Project.models(), ComputeDevice.CPU),
                        TextReaders.load(Project.models(), ComputeDevice.CPU),
                        PersonalData.masking("mask"),
                        InstantSource.fixed(NOON));
        var seen =
                readings.read(
                        new MediaReadings.File(WORKSPACE, "media/default/1/a.jpg", "1"),
                        picture,
                        BrandMatcher.of(BRANDS));
        answers.put("/v1/media/media/default/1/a.jpg", new JsonWriter().write(seen));

        CommandLineRun ran = replay("media/default/1/a.jpg", "--file", file.toString());

        assertThat(ran.out()).contains(" 0 different");
        assertThat(ran.code()).isZero();
    }

    private static String aPicture() throws IOException {
        Path pictures =
                Project.root()
                        .resolve("shared/cli/src/main/resources/dev/earshot/cli/demo/pictures");
        try (var files = Files.list(pictures)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(".jpg") || name.endsWith(".png"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void store(String personalData) {
        var masking = PersonalData.masking(personalData);
        var readings =
                new PostReadings(
                        TextReaders.load(Project.models(), ComputeDevice.CPU),
                        masking,
                        InstantSource.fixed(NOON));
        var matcher = BrandMatcher.of(BRANDS);
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            posts.add(
                    new Post(
                            new PostId(Platform.MASTODON, Integer.toString(i)),
                            List.of(),
                            new Revision(0, NOON, ""),
                            NOON,
                            TEXTS.get(i),
                            Optional.empty(),
                            Optional.empty(),
                            Engagement.UNKNOWN,
                            List.of(),
                            List.of(),
                            List.of()));
        }
        List<PostAnalysis> read = readings.read(WORKSPACE, posts, matcher);
        for (int i = 0; i < read.size(); i++) {
            String text = TEXTS.get(i);
            var stored = masking.stored(text, masking.read(text, matcher.mentions(text)));
            answers.put(
                    "/v1/posts/mastodon/" + i,
                    new JsonWriter().write(new PostWithText(StoredForm.of(read.get(i)), stored)));
        }
    }

    private CommandLineRun replay(String... arguments) throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "secret\n");
        String api = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        List<String> all = new ArrayList<>(List.of("replay", "--api", api));
        all.addAll(List.of("--key-file", key.toString()));
        all.addAll(List.of(arguments));
        return CommandLineRun.of(all.toArray(String[]::new));
    }
}
