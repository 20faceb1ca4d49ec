package dev.earshot.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.cli.api.ApiClient;
import dev.earshot.cli.terminal.Paint;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Prints the most urgent cases, each with a draft of an answer. */
final class UrgentCases {
    private static final int SHOWN = 2;
    private static final int TEXT = 300;

    private final PrintStream out;
    private final Paint paint;

    UrgentCases(PrintStream out, Paint paint) {
        this.out = out;
        this.paint = paint;
    }

    /**
     * @throws IOException if the sample opened no case
     */
    void print(ApiClient api) throws IOException, InterruptedException {
        out.println();
        out.println(paint.bold("The most urgent cases, and a draft for each"));
        JsonNode cases = api.get("/v1/cases?state=open&limit=" + SHOWN);
        if (cases.path("items").isEmpty()) {
            throw new IOException("the sample's complaints have opened no case");
        }
        for (JsonNode each : cases.path("items")) {
            JsonNode post =
                    api.get(
                            "/v1/posts/"
                                    + each.path("platform").asText()
                                    + "/"
                                    + ApiClient.encoded(each.path("leadPost").asText()));
            line(
                    "  %-8s %-9s %s",
                    each.path("priority").path("level").asText(),
                    each.path("platform").asText(),
                    Paint.oneLine(post.path("text").asText(), TEXT));
            line("  %18s %s", "", paint.dim("because " + reasons(each)));
            line(
                    "  %18s answer by %s, resolve by %s",
                    "",
                    each.path("firstResponse").path("due").asText("-"),
                    each.path("resolution").path("due").asText("-"));
            JsonNode draft = api.get("/v1/cases/" + each.path("id").asText() + "/draft");
            for (JsonNode warning : draft.path("warnings")) {
                line("  %18s careful: %s", "", warning.asText());
            }
            if (draft.has("text")) {
                line("  %18s draft: \"%s\"", "", draft.path("text").asText());
            }
        }
        line("  %s", paint.dim("Earshot sends nothing: people answer on the platform."));
    }

    private static String reasons(JsonNode each) {
        return StreamSupport.stream(each.path("priority").path("reasons").spliterator(), false)
                .map(
                        reason ->
                                reason.path("why").asText()
                                        + String.format(
                                                Locale.ROOT,
                                                " (%+d)",
                                                reason.path("points").asInt()))
                .collect(Collectors.joining(", "));
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
        out.flush();
    }
}
