package dev.earshot.evaluation.text;

import dev.earshot.core.statistics.Interval;
import dev.earshot.evaluation.measure.ChanceError;

import java.util.Map;

/**
 * Accuracy of one head on one data set. Shares are in per cent.
 *
 * @param head the head's name
 * @param data name of the data set
 * @param language BCP-47 tag of its posts, {@code *} for several
 * @param posts number of posts
 * @param metric name of the metric that {@code value} is in
 * @param value the head's score
 * @param interval its 95 % interval, by bootstrap over posts
 * @param calibrationError expected calibration error of the most probable label, in [0, 1]; NaN
 *     where it does not apply
 * @param chanceError the calibration error to expect by chance if every probability were exactly
 *     right
 * @param accuracy share of correct answers when every post is answered
 * @param accuracyAt80 share of correct answers among the 80 % of posts with the highest confidence
 * @param answered share of the posts for which the product gives a verdict
 * @param accuracyAnswered share of correct answers among those
 * @param baselines scores of simple baselines on the same posts, by name
 * @param published scores in the literature, on the data set's own test split, by name
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
