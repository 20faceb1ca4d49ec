package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.Digests;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

class ConsoleTest {
    private final World.Reply reply = new World().get("/").asNobody().send();
    private final String page = reply.body();
    private final String policy = reply.header("content-security-policy").orElseThrow();

    @Test
    void page_withoutAKey_isServedAsHtml() {
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-type")).contains("text/html; charset=utf-8");
    }

    @Test
    void policy_namesTheHashOfEachScriptAndStyle() throws Exception {
        for (String tag : List.of("script", "style")) {
            List<String> blocks = groups("(?s)<" + tag + "[^>]*>(.*?)</" + tag + ">");

            assertThat(blocks).hasSize(1);
            assertThat(policy).contains(tag + "-src '" + hash(blocks.getFirst()) + "'");
        }
    }

    @Test
    void page_loadsNothingAndRunsNothingElse() {
        assertThat(groups("(?:src|href)=\"([^\"]*)\""))
                .allMatch(address -> address.startsWith("#") || address.startsWith("data:"));
        assertThat(groups("\\s(on[a-z]+|style)=\"")).isEmpty();
        assertThat(groups("(innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\()"))
                .isEmpty();
        assertThat(policy).doesNotContain("unsafe").doesNotContain("http");
    }

    @Test
    void fields_all_haveLabels() {
        List<String> fields = groups("<(?:input|select|textarea) id=\"([^\"]+)\"");

        assertThat(fields).hasSizeGreaterThan(10);
        assertThat(groups("<label[^>]* for=\"([^\"]+)\"")).containsAll(fields);
    }

    @Test
    void script_elementsItAsksFor_areThere() {
        List<String> ids = groups(" id=\"([^\"]+)\"");

        assertThat(groups("\\$\\('([a-z-]+)'\\)")).isNotEmpty().allMatch(ids::contains);
    }

    private List<String> groups(String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
    }

    private static String hash(String text) {
        byte[] sha256 = Digests.newSha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(sha256);
    }
}
