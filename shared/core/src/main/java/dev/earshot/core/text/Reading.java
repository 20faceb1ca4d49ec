package dev.earshot.core.text;

/** The outcome of reading one text: a verdict, or an honest refusal. */
public sealed interface Reading {
    /** BCP-47 tag of the text, {@code und} when unknown. */
    String language();

    /** The label that is counted and shown. */
    default SentimentLabel label() {
        return switch (this) {
            case Read read -> read.analysis().sentiment().label();
            case Abstained abstained -> SentimentLabel.ABSTAIN;
        };
    }

    /** The model knows the language and read the text. */
    record Read(String language, TextAnalysis analysis) implements Reading {}

    /**
     * No verdict.
     *
     * @param reason why, in plain words, for instance {@code language fr is not one the model knows}
     */
    record Abstained(String language, String reason) implements Reading {}
}
