package dev.earshot.evaluation.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.evaluation.behaviour.BehaviourReport;
import dev.earshot.evaluation.bias.StatedGaps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The limits that a released text model must keep, from its {@code limits.json}; its model card
 * states the same numbers. Immutable.
 *
 * @param gaps largest allowed gaps between groups of people, or between spellings, by attribute
 * @param behaviourFailures largest allowed failure rate of each behaviour row, in per cent; empty
 *     (an empty object in the file) for a model whose languages the suite does not cover
 */
public record ReleaseLimits(Map<String, StatedGaps> gaps, Map<String, Double> behaviourFailures) {
    public ReleaseLimits {
        gaps = Map.copyOf(gaps);
        behaviourFailures = Map.copyOf(behaviourFailures);
    }

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
        return new ReleaseLimits(gaps(file, root.path("statedGaps")), failures);
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
