package dev.earshot.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.aws.key.DynamoApiKeys;
import dev.earshot.cli.api.ApiClient;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.ApiKeyRegistry;
import dev.earshot.core.store.ApiKeys;
import dev.earshot.local.EmbeddedCloud;
import dev.earshot.local.Endpoints;
import dev.earshot.local.Project;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The console in Chromium, against the embedded cloud with the demo's posts and pictures and with
 * posts that try to be more than text. What is checked is in the console's folder {@code browser};
 * its pictures of each screen lie in {@code functions/query-api/target/screens}.
 */
@Tag("browser")
class ConsoleInBrowserTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final Path CONSOLE = Project.root().resolve("functions/query-api/console");

    @TestFactory
    Stream<DynamicTest> console_inABrowser_holds(@TempDir Path folder) throws Exception {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), "no Chromium is installed (apt-get install chromium)");
        assumeTrue(
                Files.isDirectory(CONSOLE.resolve("node_modules/playwright-core")),
                "the console's packages are not there (functions/query-api/console/build.sh)");
        List<JsonNode> checks;
        try (EmbeddedCloud cloud = Demo.start(folder, Clock.systemUTC())) {
            fill(cloud);
            crowd(cloud.endpoints());
            checks = run(browser.get(), cloud.endpoints().api(), administrator(cloud));
        }
        assertThat(checks).as("checks that ran").hasSizeGreaterThan(120);
        return checks.stream()
                .map(
                        check ->
                                DynamicTest.dynamicTest(
                                        check.path("name").asText(),
                                        () ->
                                                assertThat(check.path("failure").asText(""))
                                                        .isEmpty()));
    }

    /**
     * The demo's sample, its pictures and scores, and the posts that the browser's checks look for.
     */
    private static void fill(EmbeddedCloud cloud) throws Exception {
        Endpoints endpoints = cloud.endpoints();
        try (ApiClient api = new ApiClient(endpoints.api(), endpoints.apiKey())) {
            Instant now = Instant.now();
            Sample sample = Sample.at(now);
            for (JsonNode brand : sample.brands()) {
                api.put("/v1/brands/" + brand.path("id").asText(), brand.toString());
            }
            api.post("/v1/posts", hostile());
            Delivery.Expected expected = Delivery.expected(sample, now);
            Delivery.messages(sample, cloud.clients(), endpoints);
            List<String> keys =
                    Delivery.pictures(Pictures.all(Project.models()), cloud.clients(), endpoints);
            var waiting = new Waiting(api, cloud.clients(), endpoints);
            waiting.posts(expected);
            waiting.parked(expected.refused());
            waiting.pictures(keys);
            cloud.function("ScoreInfluencersFunction")
                    .invoke("{\"all\":true}".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** As the checks list them: one list for both. */
    private static String hostile() throws IOException, InterruptedException {
        Process node =
                new ProcessBuilder(
                                "node",
                                "--input-type=module",
                                "-e",
                                "import { HOSTILE } from './browser/hostile.mjs';"
                                        + " console.log(HOSTILE.map((text, i) =>"
                                        + " JSON.stringify({ id: `hostile-${i}`, text"
                                        + " })).join('\\n'));")
                        .directory(CONSOLE.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String posts = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).as("node's exit code").isZero();
        return posts;
    }

    /** A brand with many posts, for the time that its first view takes. */
    private static void crowd(Endpoints endpoints) throws Exception {
        try (ApiClient api = new ApiClient(endpoints.api(), endpoints.apiKey())) {
            api.put("/v1/brands/" + Crowd.BRAND, "{\"name\":\"Throng\"}");
        }
        Crowd.commit(
                endpoints,
                new WorkspaceId("default"),
                Integer.getInteger("earshot.browser.posts", 10_000),
                Instant.now());
    }

    /** A key that may do all that the console shows. */
    private static String administrator(EmbeddedCloud cloud) {
        String key = ApiKeyRegistry.fresh(new SecureRandom());
        String table = Objects.requireNonNull(cloud.endpoints().tables().get("main"));
        new DynamoApiKeys(cloud.clients().dynamoDb(), table, Clock.systemUTC())
                .allow(
                        key,
                        "browser",
                        new ApiKeys.Grant(new WorkspaceId("default"), Set.of("admin", "resolve")));
        return key;
    }

    private static List<JsonNode> run(Path browser, String api, String key)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(
                        "node",
                        "browser/run.mjs",
                        browser.toString(),
                        CONSOLE.resolveSibling("target/screens").toString());
        builder.environment().putAll(Map.of("CONSOLE", api.replaceAll("/+$", ""), "KEY", key));
        Process node =
                builder.directory(CONSOLE.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        List<JsonNode> checks = new ArrayList<>();
        try (BufferedReader lines = node.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                checks.add(JSON.readTree(line));
            }
        } finally {
            node.descendants().forEach(ProcessHandle::destroyForcibly);
            node.destroy();
        }
        assertThat(node.waitFor()).as("the runner's exit code").isZero();
        return checks;
    }

    private static Optional<Path> browser() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(each -> NAMES.stream().map(name -> Path.of(each, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
