package dev.earshot.aws.table;

import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Intent;
import dev.earshot.core.text.SentimentLabel;

/** The one-letter codes of labels in stored items, which must never change. Stateless. */
public final class Codes {
    private Codes() {}

    public static String of(SentimentLabel label) {
        return switch (label) {
            case NEGATIVE -> "n";
            case NEUTRAL -> "u";
            case POSITIVE -> "p";
            case MIXED -> "m";
            case ABSTAIN -> "a";
        };
    }

    public static String of(Intent intent) {
        return switch (intent) {
            case COMPLAINT -> "c";
            case QUESTION -> "q";
            case PRAISE -> "p";
            case PURCHASE_INTENT -> "b";
            case FEATURE_REQUEST -> "f";
            case CHURN_RISK -> "x";
            case SAFETY_OR_LEGAL -> "l";
            case SPAM -> "s";
            case OTHER -> "o";
        };
    }

    public static String of(Emotion emotion) {
        return switch (emotion) {
            case ANGER -> "a";
            case JOY -> "j";
            case OPTIMISM -> "o";
            case SADNESS -> "s";
        };
    }
}
