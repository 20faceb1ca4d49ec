package dev.earshot.engagement.predict;

import dev.earshot.core.text.Reading;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Says where a planned post is unlike the posts that were learned from. Immutable. */
final class Doubts {
    private static final double MOSTLY_NEW = 0.6;
    private static final int FEW = 10;

    /** Of 99 in 100 past posts the vector lies nearer to their mean. */
    private static final double FAR = 0.99;

    private final History history;

    Doubts(History history) {
        this.history = history;
    }

    List<String> about(Planned plan) {
        List<String> doubts = new ArrayList<>();
        addAccount(plan, doubts);
        addWords(plan.text().orElse(""), doubts);
        addReading(plan, doubts);
        addForm(plan, doubts);
        addTime(plan, doubts);
        return doubts;
    }

    private void addAccount(Planned plan, List<String> doubts) {
        int own = history.next(plan.account()).ownPosts(FEW);
        if (own < FEW) {
            doubts.add(
                    own < History.KNOWN_FROM
                            ? "its account has "
                                    + own
                                    + " past posts here, so the level is that of the others"
                            : "its account has only " + own + " past posts here");
        }
    }

    private void addWords(String text, List<String> doubts) {
        Set<String> known = new HashSet<>();
        for (int i = 0; i < history.size(); i++) {
            history.post(i).post().text().map(WordFeatures::words).ifPresent(known::addAll);
        }
        List<String> words = WordFeatures.words(text);
        long unknown = words.stream().filter(word -> !known.contains(word)).count();
        if (words.isEmpty() || unknown > MOSTLY_NEW * words.size()) {
            doubts.add(
                    known.isEmpty()
                            ? "no text of a past post is kept, so its words say nothing"
                            : String.format(
                                    Locale.ROOT,
                                    "%d of its %d words stand in no past post",
                                    unknown,
                                    words.size()));
        }
    }

    private void addReading(Planned plan, List<String> doubts) {
        TextVector vector = TextVector.of(plan.reading());
        if (!vector.known()) {
            plan.reading()
                    .flatMap(Reading::reason)
                    .ifPresent(why -> doubts.add("its text could not be read: " + why));
            return;
        }
        List<double[]> past = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            TextVector read = TextVector.of(history.post(i).post().reading());
            if (read.known()) {
                past.add(read.values());
            }
        }
        if (past.size() < EngagementModel.LEAST_POSTS) {
            doubts.add("what it says could be compared with only " + past.size() + " past posts");
        } else if (far(vector.values(), past)) {
            doubts.add("what it says, and how, is unlike 99 in 100 past posts");
        }
    }

    private static boolean far(double[] vector, List<double[]> past) {
        double[] mean = new double[TextVector.SIZE];
        double[] square = new double[TextVector.SIZE];
        for (double[] each : past) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += each[k] / past.size();
                square[k] += each[k] * each[k] / past.size();
            }
        }
        double[] distances =
                past.stream().mapToDouble(each -> distance(each, mean, square)).toArray();
        return distance(vector, mean, square) > Statistics.quantile(distances, FAR);
    }

    private static double distance(double[] vector, double[] mean, double[] square) {
        double sum = 0;
        for (int k = 0; k < vector.length; k++) {
            double variance = square[k] - mean[k] * mean[k] + 1e-6;
            double apart = vector[k] - mean[k];
            // A head that was not read makes no distance.
            sum += Double.isNaN(apart) ? 0 : apart * apart / variance;
        }
        return sum;
    }

    private void addForm(Planned plan, List<String> doubts) {
        int same = 0;
        for (int i = 0; i < history.size(); i++) {
            same += history.post(i).post().form() == plan.form() ? 1 : 0;
        }
        if (same < FEW) {
            doubts.add(
                    "only "
                            + same
                            + " past posts are of its form: "
                            + plan.form().name().toLowerCase(Locale.ROOT));
        }
    }

    private void addTime(Planned plan, List<String> doubts) {
        int sameHour = 0;
        for (int i = 0; i < history.size(); i++) {
            int apart = Math.abs(hour(history.post(i).at()) - hour(plan.at()));
            sameHour += Math.min(apart, 24 - apart) <= 1 ? 1 : 0;
        }
        if (sameHour < FEW) {
            doubts.add("only " + sameHour + " past posts were sent within an hour of its time");
        }
        Optional.ofNullable(history.next(plan.account()).lastOwn())
                .map(last -> Duration.between(last.at(), plan.at()))
                .ifPresent(
                        since -> {
                            if (since.compareTo(Duration.ofDays(30)) > 0) {
                                doubts.add(
                                        "the account's last known post lies "
                                                + since.toDays()
                                                + " days before it");
                            } else if (since.isNegative()) {
                                doubts.add(
                                        "it is planned for a time that lies before the account's"
                                                + " last known post");
                            }
                        });
    }

    private static int hour(Instant at) {
        return at.atZone(ZoneOffset.UTC).getHour();
    }
}
