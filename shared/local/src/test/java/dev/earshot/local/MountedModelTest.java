package dev.earshot.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import software.amazon.awssdk.core.sync.RequestBody;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;

import javax.imageio.ImageIO;

/**
 * A text-image model mounted beside the real ones, from the upload of a picture to the answer of
 * the API: the vector is made by analyze-media, the question's by embed-question, which query-api
 * calls.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MountedModelTest {
    private static final Path TOY =
            Project.root()
                    .resolve(
                            "shared/djl/src/test/resources/dev/earshot/djl/vision/embed/picture-text");

    private final EmbeddedCloud cloud;

    MountedModelTest() throws Exception {
        boolean assembled = Files.exists(Project.models().resolve("objects/model.pt"));
        if (!assembled) {
            System.err.println("SKIPPED: the models are not assembled: mvn -pl models package");
        }
        Assumptions.assumeTrue(assembled, "the models are not assembled");
        Path folder = Files.createTempDirectory("earshot-mounted");
        Path models = Files.createDirectory(folder.resolve("models"));
        try (var assembledModels = Files.list(Project.models())) {
            for (Path model : assembledModels.toList()) {
                Files.createSymbolicLink(models.resolve(model.getFileName()), model);
            }
        }
        Files.deleteIfExists(models.resolve("picture-text"));
        Files.createSymbolicLink(models.resolve("picture-text"), TOY);
        cloud =
                EmbeddedCloud.start(
                        new EmbeddedCloud.Options(
                                Project.template(),
                                folder.resolve("state"),
                                false,
                                0,
                                Map.of("PictureText", "true"),
                                Map.of("MODELS_DIR", models.toString(), "TORCH_THREADS", "1"),
                                2,
                                Clock.systemUTC()));
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    @Test
    void question_thatNoWordMeets_findsThePictureByItsVector() throws Exception {
        upload("media/one.png", new Color(0xd02028), 1);
        upload("media/two.png", new Color(0x2028c8), 2);
        upload("media/three.png", new Color(0x18a030), 3);

        JsonNode answer = search("something crimson");

        assertThat(answer.path("method").asText()).isEqualTo("vectors");
        assertThat(answer.path("model").path("name").asText()).isEqualTo("colours");
        assertThat(answer.path("model").path("revision").asText()).isEqualTo("1");
        assertThat(answer.path("byVector").asInt()).isEqualTo(3);
        JsonNode first = answer.path("media").path(0);
        assertThat(first.path("key").asText()).isEqualTo("media/one.png");
        assertThat(first.path("similarity").asDouble()).isGreaterThan(0.9);
        assertThat(search("blue").path("media").path(0).path("key").asText())
                .isEqualTo("media/two.png");
        JsonNode result = json("/v1/media/one.png");
        assertThat(result.path("model").toString()).contains("\"colours\"");
    }

    private JsonNode search(String question) throws Exception {
        return json("/v1/media?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
    }

    /**
     * Uploads textured pictures in shades of one colour, since plain ones would count as copies of
     * each other.
     */
    private void upload(String key, Color colour, int seed) throws Exception {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 320, 240);
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            graphics.setColor(random.nextBoolean() ? colour.darker() : colour.brighter());
            graphics.fillOval(
                    random.nextInt(320),
                    random.nextInt(240),
                    10 + random.nextInt(40),
                    10 + random.nextInt(40));
        }
        graphics.dispose();
        cloud.clients()
                .s3()
                .putObject(
                        put -> put.bucket(cloud.endpoints().buckets().get("media")).key(key),
                        RequestBody.fromBytes(png(image)));
        FakeStack.await("the result of " + key, () -> get("/v1/" + key).statusCode() == 200);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(cloud.endpoints().api() + path))
                            .header("x-api-key", cloud.endpoints().apiKey())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
