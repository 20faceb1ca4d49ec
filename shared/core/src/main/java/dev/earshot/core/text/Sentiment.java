package dev.earshot.core.text;

import dev.earshot.core.Checks;

/** Probabilities of the three classes, each in [0, 1]; they sum to 1 within 1e-3. */
public record Sentiment(double negative, double neutral, double positive) {
    public Sentiment {
        Checks.inRange("negative", negative, 0, 1);
        Checks.inRange("neutral", neutral, 0, 1);
        Checks.inRange("positive", positive, 0, 1);
        Checks.inRange(
                "sum of sentiment probabilities", negative + neutral + positive, .999, 1.001);
    }

    /** The most probable class; a tie goes to the less extreme. */
    public SentimentLabel label() {
        if (neutral >= negative && neutral >= positive) {
            return SentimentLabel.NEUTRAL;
        }
        return negative > positive ? SentimentLabel.NEGATIVE : SentimentLabel.POSITIVE;
    }

    /** The probability of the most probable class. */
    public double top() {
        return Math.max(neutral, Math.max(negative, positive));
    }

    /** How positive it is overall: positive minus negative, in [-1, 1]. */
    public double polarity() {
        return positive - negative;
    }

    /** The same with positive and negative swapped. */
    public Sentiment opposite() {
        return new Sentiment(positive, neutral, negative);
    }
}
