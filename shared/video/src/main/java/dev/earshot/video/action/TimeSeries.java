package dev.earshot.video.action;

import java.util.List;

/** Statistics of values in order of time. Stateless. */
final class TimeSeries {
    private TimeSeries() {}

    /** Maximum minus minimum; 0 if there are no values. */
    static double range(List<Double> values) {
        double least = values.stream().mapToDouble(v -> v).min().orElse(0);
        return values.stream().mapToDouble(v -> v).max().orElse(0) - least;
    }

    /** How often the values reverse direction by at least {@code step}. */
    static int turns(List<Double> values, double step) {
        if (values.isEmpty()) {
            return 0;
        }
        int turns = 0;
        int direction = 0;
        double low = values.getFirst();
        double high = values.getFirst();
        for (double value : values) {
            low = direction > 0 ? low : Math.min(low, value);
            high = direction < 0 ? high : Math.max(high, value);
            if (direction <= 0 && value - low >= step) {
                turns += direction < 0 ? 1 : 0;
                direction = 1;
                high = value;
            } else if (direction >= 0 && high - value >= step) {
                turns += direction > 0 ? 1 : 0;
                direction = -1;
                low = value;
            }
        }
        return turns;
    }

    /** Sum of the absolute differences between neighbours. */
    static double path(List<Double> values) {
        double path = 0;
        for (int i = 1; i < values.size(); i++) {
            path += Math.abs(values.get(i) - values.get(i - 1));
        }
        return path;
    }

    /** Whether there are values on both sides of 0, each at least {@code far} from it. */
    static boolean crosses(List<Double> values, double far) {
        return values.stream().anyMatch(v -> v >= far) && values.stream().anyMatch(v -> v <= -far);
    }
}
