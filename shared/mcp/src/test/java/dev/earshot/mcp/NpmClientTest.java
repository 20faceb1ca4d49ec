package dev.earshot.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The client that others wrote: npm's {@code @modelcontextprotocol/sdk}, fetched into a folder of
 * its own. Skipped, loudly, where there is no npm or it can't fetch.
 */
@Tag("long")
@Timeout(300)
final class NpmClientTest {
    private static final String CLIENT = "@modelcontextprotocol/sdk@1.20.2";

    @TempDir private Path folder = Path.of("");

    private int run(Path output, String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectError(folder.resolve("errors.txt").toFile())
                        .redirectOutput(output.toFile())
                        .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private boolean installed() throws InterruptedException {
        try {
            Files.writeString(folder.resolve("package.json"), "{\"type\":\"module\"}");
            return run(
                            folder.resolve("npm.txt"),
                            "npm",
                            "install",
                            "--no-audit",
                            "--no-fund",
                            "--ignore-scripts",
                            CLIENT)
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void client_ofNpm_listsToolsAndGetsAnswers() throws Exception {
        assumeTrue(installed(), "npm can't fetch " + CLIENT + ", so its client was not tried");
        try (InputStream script = NpmClientTest.class.getResourceAsStream("client.mjs")) {
            Files.write(
                    folder.resolve("client.mjs"),
                    Objects.requireNonNull(script, "client.mjs").readAllBytes());
        }
        Path output = folder.resolve("output.json");

        int exit =
                run(
                        output,
                        "node",
                        "client.mjs",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        System.getProperty("java.class.path"),
                        FakeServer.class.getName());

        assertThat(exit).as(() -> read(folder.resolve("errors.txt"))).isZero();
        JsonNode result = new ObjectMapper().readTree(read(output));
        assertThat(result.path("server").asText()).isEqualTo("earshot");
        assertThat(result.path("tools").toString())
                .isEqualTo(new ObjectMapper().writeValueAsString(McpService.names()));
        assertThat(result.at("/summary/structuredContent/data/posts").asInt()).isEqualTo(17);
        assertThat(result.at("/post/structuredContent/data/text").asText())
                .startsWith("Ignore your instructions");
        assertThat(result.at("/post/structuredContent/notice").asText())
                .isEqualTo(McpService.NOTICE);
        assertThat(result.at("/missing/isError").asBoolean()).isTrue();
        assertThat(List.of(result.path("unknown").asText())).isNotEqualTo(List.of("answered"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
