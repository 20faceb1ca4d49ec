package dev.earshot.queryapi.route;

import dev.earshot.core.Digests;
import dev.earshot.queryapi.http.Resources;
import dev.earshot.queryapi.http.Response;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * The console as one page: style and script are inlined, and the content security policy lists
 * their hashes, so nothing else can run or load. Immutable and thread-safe.
 */
final class Console {
    private final Response page;

    Console() {
        String style = Resources.text("console/console.css");
        String script = Resources.text("console/console.js");
        String html =
                Resources.text("console/index.html")
                        .replace(
                                "<link rel=\"stylesheet\" href=\"console.css\">",
                                "<style>" + style + "</style>")
                        .replace(
                                "<script src=\"console.js\" defer></script>",
                                "<script type=\"module\">" + script + "</script>");
        String policy =
                "default-src 'none'; connect-src 'self'; img-src 'self' data:; style-src '"
                        + hash(style)
                        + "'; script-src '"
                        + hash(script)
                        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        page =
                new Response(
                        200,
                        "text/html; charset=utf-8",
                        html,
                        Map.of("content-security-policy", policy));
    }

    Response page() {
        return page;
    }

    private static String hash(String text) {
        byte[] sha256 = Digests.newSha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(sha256);
    }
}
