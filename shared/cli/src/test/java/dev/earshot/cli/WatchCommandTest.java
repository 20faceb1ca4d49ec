package dev.earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** {@code watch} over HTTP, against a server that answers in the shapes of openapi.json. */
final class WatchCommandTest {
    private static final String BRANDS =
            "{\"version\":1,\"brands\":[{\"id\":\"acme\",\"name\":\"Acme\"}]}";
    private static final Map<String, String> ANSWERS =
            Map.of(
                    "/v1/brands/acme/trends",
                    """
                    {"brand":"acme","series":[
                      {"kind":"mentions","days":3,"points":[
                        {"time":"2026-03-04T05:00:00Z","count":4,"posts":4,"expected":3.5},
                        {"time":"2026-03-04T05:05:00Z","count":16,"posts":16,"expected":3.6}]},
                      {"kind":"complaint_share","days":3,"points":[
                        {"time":"2026-03-04T05:05:00Z","count":5,"posts":16,"expected":1.6}]}]}
                    """,
                    "/v1/brands/acme/episodes",
                    """
                    {"episodes":[{"id":"ep_1","state":"open","start":"2026-03-04T05:05:00Z",
                      "summary":"16 posts about Acme; it goes on.","why":"Half share one link."}]}
                    """,
                    "/v1/brands/acme/topics",
                    """
                    {"topics":[{"id":"tp_1","state":"weak","label":"app only","posts":12.0,
                      "authors":9,"start":"2026-03-04T05:05:00Z"}]}
                    """);

    private HttpServer server;
    private String brands = BRANDS;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    String path = exchange.getRequestURI().getPath();
                    String answer = path.equals("/v1/brands") ? brands : ANSWERS.get(path);
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

    private CommandLineRun watch(Path folder, String... more) throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "secret\n");
        String api = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        String[] fixed = {"watch", "--once", "--api", api, "--key-file", key.toString()};
        String[] all = Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return CommandLineRun.of(all);
    }

    @Test
    void watchOnce_printsCountsRisesAndTopics(@TempDir Path folder) throws IOException {
        CommandLineRun ran = watch(folder);

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .containsPattern("Acme +\\S+ +20 +16 +3.6 +25 % +rises")
                .contains("▲ 05:05  16 posts about Acme; it goes on.")
                .contains("Half share one link.")
                .contains("weak    Acme: app only, 12 posts by 9 accounts since 05:05");
    }

    @Test
    void watch_ofAnUnknownBrand_namesThoseThatAreThere(@TempDir Path folder) throws IOException {
        CommandLineRun ran = watch(folder, "--brand", "acne");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.error()).contains("no brand has the id 'acne'; registered are acme");
    }

    @Test
    void watch_withoutBrands_saysHowToRegisterOne(@TempDir Path folder) throws IOException {
        brands = "{\"version\":0,\"brands\":[]}";

        assertThat(watch(folder).error()).contains("no brand is registered yet");
    }

    @Test
    void watch_whereNoStackRuns_saysHowToStartOne(@TempDir Path folder) {
        CommandLineRun ran = CommandLineRun.of("watch", "--state", folder.toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.error()).contains("no stack is running on").contains("./earshot up");
    }
}
