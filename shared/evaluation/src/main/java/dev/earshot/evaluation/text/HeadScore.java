package dev.earshot.evaluation.text;

import dev.earshot.core.statistics.Interval;
import dev.earshot.evaluation.measure.ChanceError;

import java.util.Map;

/**
 * How right one head is on one data set. Shares are in per cent.
 *
 * @param head which
 * @param data name of the data set
 * @param language BCP-47 tag of its posts, {@code *} for several
 * @param posts how many
 * @param metric what {@code value} is
 * @param value the head's score
 * @param interval its 95 % interval, by bootstrap over posts
 * @param calibrationError expected calibration error of the strongest label, in [0, 1]; NaN where
 *     it has no meaning
 * @param chanceError what that would be by chance if every probability were exactly right
 * @param accuracy share right when every post is answered
 * @param accuracyAt80 share right among the surest 80 %
 * @param answered share of the posts of which the product gives a verdict
 * @param accuracyAnswered share right among those
 * @param baselines scores of simple baselines on the same posts, by name
 * @param published scores in the literature, on the data set's own test side, by name
 */
public record HeadScore(
        String head,
        String data,
        String language,
        int posts,
        String metric,
        double value,
        Interval interval,
        double calibrationError,
        ChanceError chanceError,
        double accuracy,
        double accuracyAt80,
        double answered,
        double accuracyAnswered,
        Map<String, Double> baselines,
        Map<String, Double> published) {}
