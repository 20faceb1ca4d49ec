package dev.earshot.engagement.predict;

import dev.earshot.core.FieldException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Predicts what a planned post of one account may come to, from that account's own past: its level,
 * the hour and form of the post, and its words. It is fitted on the account's posts alone, so it
 * says nothing about an account without a past. Immutable and thread-safe.
 */
public final class EngagementModel {
    /** Fewer posts say too little. */
    public static final int LEAST_POSTS = 230;

    /** The first fit, and how many posts are predicted before the next. */
    static final int WARM_UP = LEAST_POSTS - Band.LEAST;

    private static final int REFIT = 50;
    private static final int MAX_MOVERS = 5;
    private static final double MOSTLY_NEW = 0.6;

    private final History history;
    private final Ridge ridge;
    private final Band band;

    private EngagementModel(History history, Ridge ridge, Band band) {
        this.history = history;
        this.ridge = ridge;
        this.band = band;
    }

    /** What was predicted of a past post from the posts before it alone. */
    record Hindsight(int place, Quantiles said, double target) {}

    /**
     * Fits a model to an account's posts.
     *
     * @throws FieldException where there are fewer than {@value #LEAST_POSTS}
     */
    public static EngagementModel fit(List<PastPost> posts) {
        History history = checked(posts);
        Band band = new Band();
        replay(history, band);
        return new EngagementModel(history, ridge(history, history.size()), band);
    }

    /** What it would have predicted of each past post that has enough posts before it. */
    static List<Hindsight> hindsight(List<PastPost> posts) {
        return replay(checked(posts), new Band());
    }

    private static History checked(List<PastPost> posts) {
        if (posts.size() < LEAST_POSTS) {
            throw new FieldException(
                    "posts",
                    "must be at least " + LEAST_POSTS + " of one account, got " + posts.size());
        }
        return new History(posts);
    }

    private static List<Hindsight> replay(History history, Band band) {
        List<Hindsight> told = new ArrayList<>();
        Ridge ridge = ridge(history, WARM_UP);
        for (int i = WARM_UP; i < history.size(); i++) {
            if (i > WARM_UP && (i - WARM_UP) % REFIT == 0) {
                ridge = ridge(history, i);
            }
            PastPost post = history.post(i);
            double prediction = history.level(i) + ridge.predict(row(history, i, post));
            if (band.ready()) {
                told.add(new Hindsight(i, band.around(prediction), history.target(i)));
            }
            band.learn(prediction, history.target(i));
        }
        return told;
    }

    private static Ridge ridge(History history, int before) {
        List<Ridge.Row> rows = new ArrayList<>(before);
        double[] excess = new double[before];
        for (int i = 0; i < before; i++) {
            rows.add(row(history, i, history.post(i)));
            excess[i] = history.target(i) - history.level(i);
        }
        return Ridge.fit(rows, excess);
    }

    private static Ridge.Row row(History history, int before, PastPost post) {
        return row(history, before, post.at(), post.text());
    }

    private static Ridge.Row row(History history, int before, Instant at, String text) {
        return new Ridge.Row(history.numbers(before, at, text), WordFeatures.of(text));
    }

    /** What a post of that text at that time may come to. */
    public Forecast forecast(String text, Instant at) {
        double prediction = predict(text, at);
        return new Forecast(
                band.around(prediction),
                Quantiles.responses(history.trailing(history.size(), 10, 0.5)),
                movers(text, at, prediction),
                doubts(text, at));
    }

    private double predict(String text, Instant at) {
        int next = history.size();
        return history.level(next) + ridge.predict(row(history, next, at, text));
    }

    private List<Forecast.Mover> movers(String text, Instant at, double prediction) {
        List<Forecast.Mover> movers = new ArrayList<>();
        for (String word : new HashSet<>(List.of(text.strip().split("\\s+", -1)))) {
            if (!word.isEmpty()) {
                double without = predict(text.replace(word, " "), at);
                movers.add(new Forecast.Mover(word, Math.exp(prediction - without)));
            }
        }
        return movers.stream()
                .sorted(
                        Comparator.comparingDouble(
                                        (Forecast.Mover mover) ->
                                                -Math.abs(Math.log(mover.effect())))
                                .thenComparing(Forecast.Mover::word))
                .limit(MAX_MOVERS)
                .toList();
    }

    private List<String> doubts(String text, Instant at) {
        List<String> doubts = new ArrayList<>();
        Set<String> known = new HashSet<>();
        int sameHour = 0;
        for (int i = 0; i < history.size(); i++) {
            known.addAll(WordFeatures.words(history.post(i).text()));
            int apart = Math.abs(hour(history.post(i).at()) - hour(at));
            sameHour += Math.min(apart, 24 - apart) <= 1 ? 1 : 0;
        }
        List<String> words = WordFeatures.words(text);
        long unknown = words.stream().filter(word -> !known.contains(word)).count();
        if (words.isEmpty() || unknown > MOSTLY_NEW * words.size()) {
            doubts.add(
                    String.format(
                            Locale.ROOT,
                            "%d of its %d words were never used by this account",
                            unknown,
                            words.size()));
        }
        if (sameHour < 10) {
            doubts.add("only " + sameHour + " past posts were sent within an hour of its time");
        }
        Duration since = Duration.between(history.post(history.size() - 1).at(), at);
        if (since.compareTo(Duration.ofDays(30)) > 0) {
            doubts.add("the last known post lies " + since.toDays() + " days before it");
        } else if (since.isNegative()) {
            doubts.add("it is planned for a time that lies before the last known post");
        }
        return doubts;
    }

    private static int hour(Instant at) {
        return at.atZone(ZoneOffset.UTC).getHour();
    }
}
