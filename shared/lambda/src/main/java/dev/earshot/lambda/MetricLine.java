package dev.earshot.lambda;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One log line from which CloudWatch extracts metrics. Names are plain words. Not thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">Embedded
 *     metric format</a>: at most 100 values of one metric in a line
 */
public final class MetricLine {
    private final String namespace;
    private final Instant at;
    private final Map<String, String> dimensions = new LinkedHashMap<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, String> units = new LinkedHashMap<>();
    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    public MetricLine(String namespace, Instant at) {
        this.namespace = namespace;
        this.at = at;
    }

    /** Adds a dimension. */
    public MetricLine by(String name, String value) {
        dimensions.put(name, value);
        return this;
    }

    /** Adds a word that can be searched for and is no metric. */
    public MetricLine saying(String name, String value) {
        properties.put(name, value);
        return this;
    }

    /** Adds a value. Non-finite values are dropped: CloudWatch rejects them. */
    public MetricLine with(String name, String unit, double value) {
        return Double.isFinite(value) ? with(name, unit, List.of(value)) : this;
    }

    /** Adds several values of one metric. */
    public MetricLine with(String name, String unit, List<Double> several) {
        units.put(name, unit);
        values.put(name, List.copyOf(several));
        return this;
    }

    /** Writes the line to a log. */
    public void to(Consumer<String> log) {
        log.accept(toString());
    }

    /** The line, without a line break. */
    @Override
    public String toString() {
        String metrics =
                units.entrySet().stream()
                        .map(
                                e ->
                                        "{\"Name\":\""
                                                + e.getKey()
                                                + "\",\"Unit\":\""
                                                + e.getValue()
                                                + "\"}")
                        .collect(Collectors.joining(","));
        String names =
                dimensions.keySet().stream()
                        .map(name -> '"' + name + '"')
                        .collect(Collectors.joining(","));
        var line = new StringBuilder();
        line.append("{\"_aws\":{\"Timestamp\":").append(at.toEpochMilli());
        line.append(",\"CloudWatchMetrics\":[{\"Namespace\":\"").append(namespace);
        line.append("\",\"Dimensions\":[[").append(names).append("]],\"Metrics\":[");
        line.append(metrics).append("]}]}");
        dimensions.forEach(
                (name, value) ->
                        line.append(",\"").append(name).append("\":\"").append(value).append('"'));
        properties.forEach(
                (name, value) ->
                        line.append(",\"").append(name).append("\":\"").append(value).append('"'));
        values.forEach(
                (name, list) ->
                        line.append(",\"")
                                .append(name)
                                .append("\":")
                                .append(list.size() == 1 ? list.getFirst() : list));
        return line.append('}').toString();
    }
}
