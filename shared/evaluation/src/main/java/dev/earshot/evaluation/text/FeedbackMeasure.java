package dev.earshot.evaluation.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.core.text.SentimentLabel;
import dev.earshot.evaluation.report.Figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How often and where people disagree with what they were shown, from the items of {@code GET
 * /v1/feedback}: one JSON object a line, or pages with {@code items}. People correct what strikes
 * them, so the shares say where to look and are no error rates. Stateless.
 */
final class FeedbackMeasure {
    /** Fewer corrections of a kind say nothing. */
    private static final int MIN_SHOWN = 5;

    private FeedbackMeasure() {}

    /** One label that a person gave beside the one that was shown. */
    private record Correction(String said, String shown, String language, String model) {
        boolean disagrees() {
            return !said.equals(shown);
        }
    }

    /**
     * The figures: all labels, then by language, model, and label shown.
     *
     * @throws IOException if the file cannot be read, or a line is no correction; the message says
     *     which
     */
    static List<Figure> of(Path file) throws IOException {
        List<Correction> corrections = read(file);
        Map<String, List<Boolean>> groups = new LinkedHashMap<>();
        group(groups, corrections, each -> "");
        group(groups, corrections, each -> ", language " + each.language());
        group(groups, corrections, each -> ", model " + each.model());
        group(groups, corrections, each -> ", shown " + each.shown());
        group(groups, corrections, each -> ", shown " + each.shown() + ", said " + each.said());
        List<Figure> figures = new ArrayList<>();
        groups.forEach(
                (name, disagree) -> {
                    if (name.isEmpty() || disagree.size() >= MIN_SHOWN) {
                        figures.add(
                                Figure.percentage(
                                                "feedback: people disagree" + name,
                                                disagree,
                                                "labels")
                                        .on(String.valueOf(file.getFileName())));
                    }
                });
        return figures;
    }

    private static void group(
            Map<String, List<Boolean>> groups,
            List<Correction> corrections,
            Function<Correction, String> name) {
        Map<String, List<Boolean>> sorted = new TreeMap<>();
        for (Correction each : corrections) {
            sorted.computeIfAbsent(name.apply(each), any -> new ArrayList<>())
                    .add(each.disagrees());
        }
        groups.putAll(sorted);
    }

    private static List<Correction> read(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<Correction> corrections = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            JsonNode root = mapper.readTree(line);
            List<JsonNode> items = new ArrayList<>();
            if (root.path("items").isArray()) {
                root.path("items").forEach(items::add);
            } else {
                items.add(root);
            }
            for (JsonNode item : items) {
                if (!item.path("said").isObject() || !item.path("shown").isObject()) {
                    throw new IOException(
                            file
                                    + ", line "
                                    + number
                                    + " is no correction: it lacks said or shown");
                }
                add(item, corrections);
            }
        }
        return corrections;
    }

    private static void add(JsonNode item, List<Correction> corrections) {
        String language = item.path("language").asText("und");
        String model =
                item.path("model").isObject()
                        ? item.path("model").path("name").asText()
                                + " "
                                + item.path("model").path("revision").asText()
                        : "none";
        JsonNode said = item.path("said");
        JsonNode shown = item.path("shown");
        if (said.has("sentiment")) {
            corrections.add(
                    new Correction(
                            said.path("sentiment").asText(),
                            shown.path("sentiment").asText(SentimentLabel.ABSTAIN.key()),
                            language,
                            model));
        }
        said.path("brands")
                .properties()
                .forEach(
                        brand ->
                                corrections.add(
                                        new Correction(
                                                brand.getValue().asText(),
                                                shown.path("brands")
                                                        .path(brand.getKey())
                                                        .asText(SentimentLabel.ABSTAIN.key()),
                                                language,
                                                model)));
    }
}
