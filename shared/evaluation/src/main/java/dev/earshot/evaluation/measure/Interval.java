package dev.earshot.evaluation.measure;

/** From {@code low} to {@code high}, both included, in the unit of what it is an interval of. */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "low must be at most high, got " + low + ", " + high);
        }
    }

    /** Whether the value lies in it. */
    public boolean covers(double value) {
        return low <= value && value <= high;
    }
}
