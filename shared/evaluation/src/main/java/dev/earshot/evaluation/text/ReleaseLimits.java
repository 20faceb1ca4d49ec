package dev.earshot.evaluation.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.evaluation.behaviour.BehaviourReport;
import dev.earshot.evaluation.bias.StatedGaps;
import dev.earshot.evaluation.report.Figure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The limits that a released text model must keep, from its {@code limits.json}; its model card
 * states the same numbers. Immutable.
 *
 * @param gaps largest allowed gaps between groups of people, or between spellings, by attribute
 * @param figures bounds of figures of {@code eval text}, by name and data
 * @param behaviourFailures largest allowed failure rate of each behaviour row, in per cent; empty
 *     (an empty object in the file) for a model whose languages the suite does not cover
 */
public record ReleaseLimits(
        Map<String, StatedGaps> gaps,
        Map<String, Double> behaviourFailures,
        Map<String, Bound> figures) {
    public ReleaseLimits {
        figures = Map.copyOf(figures);
        gaps = Map.copyOf(gaps);
        behaviourFailures = Map.copyOf(behaviourFailures);
    }

    /**
     * What a figure must keep.
     *
     * @param least smallest allowed value, minus infinity for none
     * @param most largest allowed value, infinity for none
     */
    public record Bound(double least, double most) {}

    /**
     * Reads the file.
     *
     * @throws IOException if it is missing or lacks a number; the message says which
     */
    public static ReleaseLimits read(Path file) throws IOException {
        JsonNode root = new ObjectMapper().readTree(file.toFile());
        Map<String, Double> failures = new LinkedHashMap<>();
        JsonNode rows = root.path("behaviourFailures");
        rows.fieldNames().forEachRemaining(name -> failures.put(name, rows.path(name).asDouble()));
        if (!rows.isObject()) {
            throw new IOException(file + " states no behaviourFailures");
        }
        return new ReleaseLimits(
                gaps(file, root.path("statedGaps")), failures, bounds(root.path("figures")));
    }

    private static Map<String, Bound> bounds(JsonNode stated) {
        Map<String, Bound> bounds = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> figure : stated.properties()) {
            bounds.put(
                    figure.getKey(),
                    new Bound(
                            figure.getValue().path("atLeast").asDouble(Double.NEGATIVE_INFINITY),
                            figure.getValue().path("atMost").asDouble(Double.POSITIVE_INFINITY)));
        }
        return bounds;
    }

    /** One message for each bounded figure that is beyond its bound, or was not measured. */
    public List<String> beyond(List<Figure> measured) {
        List<String> failures = new ArrayList<>();
        figures.forEach(
                (name, bound) -> {
                    Optional<Figure> figure =
                            measured.stream().filter(each -> name.equals(named(each))).findFirst();
                    if (figure.isEmpty()) {
                        failures.add(name + " was not measured");
                    } else if (!(figure.get().value() >= bound.least()
                            && figure.get().value() <= bound.most())) {
                        failures.add(
                                String.format(
                                        Locale.ROOT,
                                        "%s is %.3f, it must lie in [%s, %s]",
                                        name,
                                        figure.get().value(),
                                        bound.least(),
                                        bound.most()));
                    }
                });
        return failures;
    }

    private static String named(Figure figure) {
        return figure.data().isEmpty() ? figure.name() : figure.name() + ", " + figure.data();
    }

    private static Map<String, StatedGaps> gaps(Path file, JsonNode stated) throws IOException {
        Map<String, StatedGaps> gaps = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> attribute : stated.properties()) {
            JsonNode sentiment = attribute.getValue().path("meanSentiment");
            JsonNode flagged = attribute.getValue().path("falsePositives");
            if (!sentiment.isNumber() || !flagged.isNumber()) {
                throw new IOException(
                        file
                                + " must state meanSentiment and falsePositives of "
                                + attribute.getKey());
            }
            gaps.put(attribute.getKey(), new StatedGaps(sentiment.asDouble(), flagged.asDouble()));
        }
        if (gaps.isEmpty()) {
            throw new IOException(file + " states no statedGaps");
        }
        return gaps;
    }

    /** One message per row that fails more often than its limit allows or has no limit. */
    public List<String> beyond(BehaviourReport report) {
        List<String> failures = new ArrayList<>();
        for (BehaviourReport.Row row : report.rows()) {
            Double limit = behaviourFailures.get(row.name());
            if (limit == null) {
                failures.add("there is no limit for the behaviour row '" + row.name() + "'");
            } else if (row.failureRate() > limit) {
                failures.add(
                        String.format(
                                Locale.ROOT,
                                "%s: %.1f %% of %d cases fail, the limit is at most %.1f %%; for example"
                                        + " %s",
                                row.name(),
                                row.failureRate(),
                                row.cases(),
                                limit,
                                row.examples()));
            }
        }
        return failures;
    }
}
