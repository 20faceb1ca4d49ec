package dev.earshot.usecase.drift;

import dev.earshot.core.text.SentimentLabel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Counts of labels by language and week, and which shares have moved. The last {@value #NOW} weeks
 * are held against the {@value #BEFORE} before them.
 *
 * <p>Posts of a week are no independent draws: they answer one another and the day's news. So the
 * scatter of a share is not taken from the number of posts but from the weeks themselves, as a
 * factor on the binomial variance (quasi-likelihood; Wedderburn 1974), and the difference is judged
 * by Student's law with one degree of freedom less for each period. Not thread-safe.
 */
final class LabelWeeks {
    /** Weeks that are judged. */
    static final int NOW = 4;

    /** Weeks that they are held against. */
    static final int BEFORE = 12;

    /** A week with fewer posts in a language says nothing of it. */
    static final int LEAST_POSTS = 30;

    /** With fewer usable weeks before, nothing is judged. */
    static final int LEAST_BEFORE = 8;

    /** A smaller change is nobody's concern, however sure it is; a share, in [0, 1]. */
    static final double LEAST_CHANGE = .05;

    /**
     * What chance exceeds, up or down, once in a thousand with {@value #NOW} + {@value
     * #LEAST_BEFORE} weeks: Student's law with ten degrees of freedom, NIST/SEMATECH e-Handbook of
     * Statistical Methods, 1.3.6.7.2 gives 4.144 for one side at .001 and 4.587 for both sides.
     */
    static final double BAR = 4.587;

    private final Map<String, List<Week>> weeks = new TreeMap<>();

    /**
     * Counts a post.
     *
     * @param weeksAgo 0 for the last week; others than those that are compared are passed over
     */
    void add(String language, SentimentLabel label, long weeksAgo) {
        if (weeksAgo >= 0 && weeksAgo < NOW + BEFORE) {
            weeks.computeIfAbsent(language, any -> noPosts()).get((int) weeksAgo).add(label);
        }
    }

    private static List<Week> noPosts() {
        return Stream.generate(Week::new).limit(NOW + BEFORE).toList();
    }

    /** How many languages have posts enough to be judged. */
    int judged() {
        return (int) weeks.values().stream().filter(LabelWeeks::isEnough).count();
    }

    /** The shares that have moved, the surest first. */
    List<Drift> moved() {
        List<Drift> moved = new ArrayList<>();
        weeks.forEach(
                (language, counts) -> {
                    if (isEnough(counts)) {
                        for (SentimentLabel label : SentimentLabel.values()) {
                            Drift drift = compare(language, label, counts);
                            if (Math.abs(drift.evidence()) >= BAR
                                    && Math.abs(drift.now() - drift.before()) >= LEAST_CHANGE) {
                                moved.add(drift);
                            }
                        }
                    }
                });
        moved.sort(Comparator.comparingDouble((Drift drift) -> -Math.abs(drift.evidence())));
        return moved;
    }

    private static boolean isEnough(List<Week> counts) {
        int now = 0;
        int before = 0;
        for (int week = 0; week < counts.size(); week++) {
            if (counts.get(week).posts >= LEAST_POSTS) {
                now += week < NOW ? 1 : 0;
                before += week < NOW ? 0 : 1;
            }
        }
        return now == NOW && before >= LEAST_BEFORE;
    }

    private static Drift compare(String language, SentimentLabel label, List<Week> counts) {
        var now = new Period(label);
        var before = new Period(label);
        for (int week = 0; week < counts.size(); week++) {
            if (counts.get(week).posts >= LEAST_POSTS) {
                (week < NOW ? now : before).add(counts.get(week));
            }
        }
        double share = (now.hits + before.hits) / (double) (now.posts + before.posts);
        double variance = share * (1 - share);
        // No share scatters less than independent posts would: a lucky calm proves nothing.
        double factor =
                Math.max(
                        1,
                        (now.scatter() + before.scatter())
                                / (variance * (now.weeks.size() + before.weeks.size() - 2)));
        double error = Math.sqrt(factor * variance * (1.0 / now.posts + 1.0 / before.posts));
        double evidence = variance == 0 ? 0 : (now.share() - before.share()) / error;
        return new Drift(
                language, label, before.share(), now.share(), before.posts, now.posts, evidence);
    }

    /** What a week's posts were counted under. */
    private static final class Week {
        private final Map<SentimentLabel, Long> labels = new EnumMap<>(SentimentLabel.class);
        private long posts;

        void add(SentimentLabel label) {
            labels.merge(label, 1L, Long::sum);
            posts++;
        }

        long of(SentimentLabel label) {
            return labels.getOrDefault(label, 0L);
        }
    }

    /** Weeks that are taken together. */
    private static final class Period {
        private final SentimentLabel label;
        private final List<Week> weeks = new ArrayList<>();
        private long hits;
        private long posts;

        Period(SentimentLabel label) {
            this.label = label;
        }

        void add(Week week) {
            weeks.add(week);
            hits += week.of(label);
            posts += week.posts;
        }

        double share() {
            return (double) hits / posts;
        }

        /** How far the weeks lie from their common share, squared, each by its posts. */
        double scatter() {
            double sum = 0;
            for (Week week : weeks) {
                double off = (double) week.of(label) / week.posts - share();
                sum += week.posts * off * off;
            }
            return sum;
        }
    }
}
