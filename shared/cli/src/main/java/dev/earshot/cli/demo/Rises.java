package dev.earshot.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.cli.api.ApiClient;
import dev.earshot.cli.terminal.Paint;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Prints what rose about the brands, and why, as the API says after the schedule's call. */
final class Rises {
    private static final int WHY = 400;

    private final PrintStream out;
    private final Paint paint;

    Rises(PrintStream out, Paint paint) {
        this.out = out;
        this.paint = paint;
    }

    /**
     * @throws IOException if nothing rose
     */
    void print(ApiClient api, List<JsonNode> brands) throws IOException, InterruptedException {
        out.println();
        out.println(paint.bold("What rose beyond the usual, and why"));
        int found = 0;
        for (JsonNode brand : brands) {
            String path = "/v1/brands/" + brand.path("id").asText() + "/episodes";
            // All posts of a brand come first; a platform or language that rose with them is a
            // part.
            List<JsonNode> episodes = new ArrayList<>();
            api.get(path).path("episodes").forEach(episodes::add);
            episodes.sort(
                    Comparator.comparing(
                            episode -> !episode.path("kind").asText().equals("mentions")));
            for (JsonNode episode : episodes.subList(0, Math.min(1, episodes.size()))) {
                found++;
                out.println("  " + episode.path("summary").asText());
                if (episode.has("why")) {
                    String why = Paint.oneLine(episode.path("why").asText(), WHY);
                    out.println("    " + paint.dim(why));
                }
            }
        }
        if (found == 0) {
            throw new IOException("the sample's rise was not found");
        }
        out.flush();
    }
}
