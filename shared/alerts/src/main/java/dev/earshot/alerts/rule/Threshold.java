package dev.earshot.alerts.rule;

import dev.earshot.core.Checks;
import dev.earshot.core.FieldException;
import dev.earshot.trends.episode.Episode;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much an episode must be before anybody is told.
 *
 * @param times at least this many times the usual, 1 to 1,000
 * @param atLeast and at least this many posts, 0 or more
 */
public record Threshold(double times, long atLeast) {
    /** Whatever was found to be a rise. */
    public static final Threshold ANY = new Threshold(1, 0);

    private static final Map<String, Integer> WORDS =
            Map.of(
                    "once", 1, "twice", 2, "thrice", 3, "double", 2, "two", 2, "three", 3, "four",
                    4, "five", 5, "ten", 10);
    private static final Pattern TIMES =
            Pattern.compile(
                    "(?:at least )?(?:(once|twice|thrice|double)|(?:([0-9]{1,4}(?:\\.[0-9]{1,2})?)|(two|three|four|five|ten)) ?(?:times|x|×))"
                            + "(?: (?:the )?(?:usual|expected|normal))?");
    private static final Pattern AT_LEAST =
            Pattern.compile("at least ([0-9]{1,9}) (?:posts?|mentions?)");
    private static final String FORM =
            "must read like 'twice the usual and at least 20 posts', '3 times the usual', 'at least"
                    + " 50 posts' or 'any rise'";

    public Threshold {
        Checks.inRange("times", times, 1, 1_000);
        Checks.notNegative("atLeast", atLeast);
    }

    /**
     * Reads plain words, such as {@code twice the usual and at least 20 posts}.
     *
     * @throws FieldException of the field {@code threshold} if they are not understood
     */
    public static Threshold parse(String words) {
        String text = words.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
        if (text.equals("any") || text.equals("any rise")) {
            return ANY;
        }
        double times = 0;
        long atLeast = -1;
        for (String part : text.split(" and |, ?", -1)) {
            Matcher factor = TIMES.matcher(part);
            Matcher posts = AT_LEAST.matcher(part);
            if (factor.matches() && times == 0) {
                times = number(factor);
            } else if (posts.matches() && atLeast < 0) {
                atLeast = Long.parseLong(posts.group(1));
            } else {
                throw new FieldException("threshold", FORM + ", got '" + shortened(words) + "'");
            }
        }
        if (times != 0 && !(times >= 1 && times <= 1_000)) {
            throw new FieldException(
                    "threshold", "must be 1 to 1000 times the usual, got " + plain(times));
        }
        return new Threshold(times == 0 ? 1 : times, Math.max(0, atLeast));
    }

    private static double number(Matcher factor) {
        if (factor.group(2) != null) {
            return Double.parseDouble(factor.group(2));
        }
        String word = factor.group(1) != null ? factor.group(1) : factor.group(3);
        return WORDS.getOrDefault(word, 1);
    }

    /** Whether an episode is as large as this asks for. */
    public boolean metBy(Episode episode) {
        return episode.ratio().value() >= times && episode.observed() >= atLeast;
    }

    /** The same in plain words, which {@link #parse} reads. */
    public String words() {
        String posts = atLeast == 0 ? "" : "at least " + atLeast + " posts";
        if (times == 1) {
            return posts.isEmpty() ? "any rise" : posts;
        }
        String factor = times == 2 ? "twice the usual" : plain(times) + " times the usual";
        return posts.isEmpty() ? factor : factor + " and " + posts;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
