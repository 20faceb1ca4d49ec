package dev.earshot.engagement.timing;

import dev.earshot.core.Digests;
import dev.earshot.core.FieldException;
import dev.earshot.core.statistics.Interval;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A test of two hours against one another: on each day one of them, by lot within each two days, so
 * that neither weekdays nor a trend favour one. The plan follows from its settings alone, so the
 * same settings read the outcome later.
 *
 * @param one an hour of the day, 0 to 23
 * @param other another one
 * @param from first day
 * @param rise that shall be found, such as 0.2 for 20 % more responses
 */
public record SplitTest(int one, int other, LocalDate from, ZoneId zone, double rise) {
    /** With a rise as planned the test finds it so often. */
    public static final double POWER = 0.8;

    /** Without any rise it finds one so often. */
    public static final double ALPHA = 0.05;

    /** A longer test is none that anybody keeps up. */
    public static final int MAX_DAYS = 730;

    private static final double Z_ALPHA = 1.959963984540054;
    private static final double Z_POWER = 0.8416212335729143;

    public SplitTest {
        hour(one);
        hour(other);
        if (one == other) {
            throw new FieldException("hours", "must be two different ones, got " + one + " twice");
        }
        if (!(rise >= 0.02 && rise <= 10)) {
            throw new FieldException("rise", "must lie between 0.02 and 10, got " + rise);
        }
    }

    private static void hour(int hour) {
        if (hour < 0 || hour > 23) {
            throw new FieldException("hours", "must lie between 0 and 23, got " + hour);
        }
    }

    /** A zone by its IANA name. */
    public static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new FieldException(
                    "zone", "must be an IANA time zone such as Europe/Berlin, got '" + name + "'");
        }
    }

    /** One day of the plan. */
    public record Slot(LocalDate day, int hour) {}

    /**
     * How many pairs of days it takes.
     *
     * @param deviation of single posts on the scale of the logarithm of responses
     */
    public int pairs(double deviation) {
        double effect = Math.log1p(rise);
        double pairs =
                2 * Math.pow((Z_ALPHA + Z_POWER) * deviation / effect, 2)
                        // The t distribution needs a little more than the normal one.
                        + Z_ALPHA * Z_ALPHA / 2;
        return (int) Math.ceil(Math.min(pairs, Integer.MAX_VALUE));
    }

    /** The plan over so many pairs of days. */
    public List<Slot> slots(int pairs) {
        List<Slot> slots = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            String lot = Digests.sha256(one + " " + other + " " + from + " " + zone + " " + pair);
            boolean turned = Character.digit(lot.charAt(0), 16) % 2 == 1;
            slots.add(new Slot(from.plusDays(2L * pair), turned ? other : one));
            slots.add(new Slot(from.plusDays(2L * pair + 1), turned ? one : other));
        }
        return slots;
    }

    /**
     * What came of the test so far.
     *
     * @param pairs planned
     * @param kept pairs of which both days have a post in their hour
     * @param over whether all its days are
     * @param rise of the other hour against the one; empty before all pairs are over, since who
     *     looks early and stops when it pleases finds what is not there
     */
    public record Finding(int pairs, int kept, boolean over, Optional<Rise> rise) {}

    /**
     * A measured rise with its 95 % interval.
     *
     * @param value 0.2 is 20 % more responses in the other hour
     */
    public record Rise(double value, Interval interval) {
        /** Whether the interval leaves no rise out. */
        public boolean evident() {
            return !interval.covers(0);
        }
    }

    /**
     * Reads the outcome from what was published; of several posts in an hour the first counts.
     *
     * @param pairs as planned
     */
    public Finding read(int pairs, List<Published> posts, Instant now) {
        List<Slot> slots = slots(pairs);
        List<Double> differences = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            Slot first = slots.get(2 * pair);
            Slot second = slots.get(2 * pair + 1);
            Optional<Double> a = level(posts, first);
            Optional<Double> b = level(posts, second);
            if (a.isPresent() && b.isPresent()) {
                double difference = b.get() - a.get();
                differences.add(second.hour() == other ? difference : -difference);
            }
        }
        boolean over = !now.isBefore(from.plusDays(2L * pairs).atStartOfDay(zone).toInstant());
        return new Finding(
                pairs,
                differences.size(),
                over,
                over && differences.size() >= 3
                        ? Optional.of(rise(differences))
                        : Optional.empty());
    }

    private Optional<Double> level(List<Published> posts, Slot slot) {
        return posts.stream()
                .filter(
                        post -> {
                            var at = post.at().atZone(zone);
                            return at.toLocalDate().equals(slot.day())
                                    && at.getHour() == slot.hour();
                        })
                .min((x, y) -> x.at().compareTo(y.at()))
                .map(Published::level);
    }

    private static Rise rise(List<Double> differences) {
        int n = differences.size();
        double mean = differences.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double squares = differences.stream().mapToDouble(d -> (d - mean) * (d - mean)).sum();
        double half = t(n - 1) * Math.sqrt(squares / (n - 1) / n);
        return new Rise(
                Math.expm1(mean), new Interval(Math.expm1(mean - half), Math.expm1(mean + half)));
    }

    /**
     * The 97.5th percentile of Student's t, by the expansion of Cornish and Fisher (Abramowitz and
     * Stegun 26.7.5): within 1 % from 3 degrees of freedom on.
     */
    static double t(int degrees) {
        double z = Z_ALPHA;
        double z3 = z * z * z;
        double z5 = z3 * z * z;
        double z7 = z5 * z * z;
        double v = degrees;
        return z
                + (z3 + z) / (4 * v)
                + (5 * z5 + 16 * z3 + 3 * z) / (96 * v * v)
                + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * v * v * v);
    }
}
