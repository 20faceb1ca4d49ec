package dev.earshot.engagement.predict;

import dev.earshot.core.FieldException;

import java.util.ArrayList;
import java.util.List;

/**
 * Predicts what a planned post may come to, from the past posts of its account and of others that
 * are asked together: the account's level, the hour and form of the post, what the text encoder
 * reads in it, and its words. Levels are each account's own; what moves a post is learned from all
 * together, so that an account with few posts borrows it. Immutable and thread-safe.
 */
public final class EngagementModel {
    /** Fewer posts, of all accounts together, say too little. */
    public static final int LEAST_POSTS = 100;

    /** The first fit, and how many posts are predicted before the next. */
    static final int WARM_UP = LEAST_POSTS - Band.LEAST;

    private static final int REFIT = 50;

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
     * Fits a model to past posts, in any order.
     *
     * @throws FieldException where there are fewer than {@value #LEAST_POSTS}
     */
    public static EngagementModel fit(List<PastPost> posts) {
        History history = checked(posts);
        Band band = new Band();
        List<Ridge.Row> rows = rows(history);
        replay(history, rows, band);
        return new EngagementModel(history, ridge(history, rows, history.size()), band);
    }

    /** What it would have predicted of each past post that has enough posts before it. */
    static List<Hindsight> hindsight(List<PastPost> posts) {
        History history = checked(posts);
        return replay(history, rows(history), new Band());
    }

    private static History checked(List<PastPost> posts) {
        if (posts.size() < LEAST_POSTS) {
            throw new FieldException(
                    "posts", "must be at least " + LEAST_POSTS + ", got " + posts.size());
        }
        return new History(posts);
    }

    private static List<Ridge.Row> rows(History history) {
        List<Ridge.Row> rows = new ArrayList<>(history.size());
        for (int i = 0; i < history.size(); i++) {
            rows.add(Ridge.Row.of(history.post(i).post(), history.before(i)));
        }
        return rows;
    }

    private static List<Hindsight> replay(History history, List<Ridge.Row> rows, Band band) {
        List<Hindsight> told = new ArrayList<>();
        Ridge ridge = ridge(history, rows, WARM_UP);
        for (int i = WARM_UP; i < history.size(); i++) {
            if (i > WARM_UP && (i - WARM_UP) % REFIT == 0) {
                ridge = ridge(history, rows, i);
            }
            double prediction = history.before(i).level() + ridge.predict(rows.get(i));
            if (band.ready()) {
                told.add(new Hindsight(i, band.around(prediction), history.target(i)));
            }
            band.learn(prediction, history.target(i));
        }
        return told;
    }

    private static Ridge ridge(History history, List<Ridge.Row> rows, int before) {
        double[] excess = new double[before];
        for (int i = 0; i < before; i++) {
            excess[i] = history.target(i) - history.before(i).level();
        }
        return Ridge.fit(rows.subList(0, before), excess);
    }

    /**
     * What a planned post may come to.
     *
     * @param plan with its text; what it reads is asked of the encoder
     */
    public Forecast forecast(Planned plan, Encoder encoder) {
        String text = plan.text().orElse("");
        Occlusion occlusion = Occlusion.of(plan, text, encoder);
        History.Before before = history.next(plan.account());
        return new Forecast(
                band.around(predict(occlusion.whole(), before)),
                Quantiles.responses(before.trailing(10, 0.5)),
                occlusion.movers(row(occlusion.whole(), before), part -> row(part, before), ridge),
                new Doubts(history).about(occlusion.whole()));
    }

    private double predict(Planned plan, History.Before before) {
        return before.level() + ridge.predict(row(plan, before));
    }

    private static Ridge.Row row(Planned plan, History.Before before) {
        return Ridge.Row.of(plan, before);
    }
}
