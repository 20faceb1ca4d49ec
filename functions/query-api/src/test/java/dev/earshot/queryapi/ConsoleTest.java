package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.queryapi.http.Resources;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What the console's files are served as. How the page behaves is tested in a browser. */
class ConsoleTest {
    private final World world = new World();
    private final World.Reply page = world.get("/").asNobody().send();

    @Test
    void page_withoutAKey_isServedAsHtml() {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).contains("text/html; charset=utf-8");
        assertThat(page.header("cache-control")).contains("private, no-cache");
    }

    @Test
    void policy_ofThePage_allowsItsOwnFilesAndTheBucketAlone() {
        assertThat(page.header("content-security-policy").orElseThrow())
                .startsWith("default-src 'none'; connect-src 'self' https://files.example;")
                .contains("script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "data:;");
    }

    @Test
    void page_loadsNothingAndRunsNothingElse() {
        assertThat(groups("(?:src|href)=\"([^\"]*)\""))
                .isNotEmpty()
                .allMatch(each -> each.startsWith("console/") || each.startsWith("data:image/"));
        assertThat(groups("\\s(on[a-z]+|style)=\"")).isEmpty();
        assertThat(groups("<script[^>]*>(.+?)</script>")).isEmpty();
    }

    @Test
    void files_thatThePageNames_areServedAndMayBeKept() {
        for (String name : groups("(?:src|href)=\"(console/[^\"]*)\"")) {
            World.Reply file = world.get("/" + name).asNobody().send();

            assertThat(file.status()).as(name).isEqualTo(200);
            assertThat(file.header("cache-control").orElseThrow()).contains("immutable");
            assertThat(file.header("content-type").orElseThrow())
                    .matches("text/(javascript|css); charset=utf-8");
        }
    }

    @Test
    void file_forABrowser_isZippedAndTheSame() throws IOException {
        World.Reply zipped = world.get("/").asNobody().header("accept-encoding", "gzip, br").send();

        assertThat(zipped.header("content-encoding")).contains("gzip");
        assertThat(zipped.header("vary")).contains("accept-encoding");
        try (var in =
                new GZIPInputStream(
                        new ByteArrayInputStream(Base64.getDecoder().decode(zipped.body())))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(page.body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none.js", "..", "files.txt", "%2e%2e%2fopenapi.json", "app.js"})
    void file_thatTheBuildDidNotMake_isNotFound(String name) {
        assertThat(world.get("/console/" + name).asNobody().send().status()).isEqualTo(404);
    }

    @Test
    void scripts_writeNoMarkupAndAskNobodyElse() {
        List<String> scripts =
                Resources.text("site/files.txt").lines().filter(n -> n.endsWith(".js")).toList();

        assertThat(scripts).hasSizeGreaterThan(3);
        for (String name : scripts) {
            assertThat(Resources.text("site/" + name))
                    .as(name)
                    .doesNotContain(
                            "insertAdjacentHTML", "document.write(", "eval(", "new Function(")
                    .doesNotContainPattern("[\"'`]https?://(?=[a-z0-9])(?!www\\.w3\\.org/)");
        }
    }

    private List<String> groups(String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(page.body())
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
