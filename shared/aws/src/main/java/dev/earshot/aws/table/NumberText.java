package dev.earshot.aws.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.StringJoiner;

/** Compact texts for numbers and times inside items. Stateless. */
public final class NumberText {
    /** Steps of a probability that decides a verdict. */
    static final double PER_TEN_THOUSAND = 10_000;

    /** Steps of a probability that is only displayed. */
    static final double PER_MILLE = 1_000;

    private static final int NANOS = 1_000_000_000;

    private NumberText() {}

    /** Seconds since 1970 with as many decimals as needed. */
    public static String instant(Instant instant) {
        if (instant.getNano() == 0) {
            return Long.toString(instant.getEpochSecond());
        }
        return BigDecimal.valueOf(instant.getEpochSecond())
                .add(BigDecimal.valueOf(instant.getNano(), 9))
                .stripTrailingZeros()
                .toPlainString();
    }

    public static Instant instant(String text) {
        var value = new BigDecimal(text);
        long seconds = value.setScale(0, java.math.RoundingMode.FLOOR).longValueExact();
        long nanos =
                value.subtract(BigDecimal.valueOf(seconds))
                        .multiply(BigDecimal.valueOf(NANOS))
                        .longValueExact();
        return Instant.ofEpochSecond(seconds, nanos);
    }

    /** Four decimals, for instance {@code .0312}; plenty for a probability. */
    public static String probability(double value) {
        String text = String.format(Locale.ROOT, "%.4f", value);
        return text.startsWith("0.") ? text.substring(1) : text;
    }

    /**
     * Rounds a distribution to multiples of {@code 1 / size} such that it sums to 1 exactly and the
     * greatest value stays the greatest.
     */
    static double[] distribution(double size, double... values) {
        double sum = Arrays.stream(values).sum();
        long[] parts = Arrays.stream(values).mapToLong(v -> Math.round(v / sum * size)).toArray();
        int greatest = 0;
        for (int i = 1; i < values.length; i++) {
            greatest = values[i] > values[greatest] ? i : greatest;
        }
        parts[greatest] += Math.round(size) - Arrays.stream(parts).sum();
        return Arrays.stream(parts).mapToDouble(part -> part / size).toArray();
    }

    /** Numbers separated by spaces, {@code -} for an unknown one. */
    public static String counts(OptionalLong... counts) {
        var text = new StringJoiner(" ");
        for (OptionalLong count : counts) {
            text.add(count.isPresent() ? Long.toString(count.getAsLong()) : "-");
        }
        return text.toString();
    }

    public static OptionalLong count(String text) {
        return text.equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }
}
