package dev.earshot.core.text;

import dev.earshot.core.Checks;

import java.util.List;
import java.util.Optional;

/**
 * What a text model reads in one text. Heads that the model lacks are empty.
 *
 * @param sureFrom the least probability of the strongest sentiment with which the model gives a
 *     verdict, in [0, 1]; 0 where it always gives one
 * @param emotions the four of TweetEval
 * @param feelings of a wider set, those over their thresholds, the most probable first; several or
 *     none may be there at once
 * @param irony whether the text is ironic or sarcastic. It is reported beside the sentiment and
 *     never changes it
 * @param offensive whether a person should look at it for its language; nothing is ever done by it
 * @param hateful likewise, for hatred of a group
 * @param intent what the author wants of a brand
 */
public record TextAnalysis(
        Sentiment sentiment,
        double sureFrom,
        Optional<Emotions> emotions,
        Optional<List<LabelScore>> feelings,
        Optional<Signal> irony,
        Optional<Signal> offensive,
        Optional<Signal> hateful,
        Optional<Intents> intent) {
    public TextAnalysis {
        Checks.inRange("sureFrom", sureFrom, 0, 1);
        feelings = feelings.map(List::copyOf);
    }

    /** Of a model that has these two heads alone and is always sure. */
    public TextAnalysis(Sentiment sentiment, Emotions emotions) {
        this(
                sentiment,
                0,
                Optional.of(emotions),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Of a model that has one head alone. */
    public TextAnalysis(Sentiment sentiment, double sureFrom) {
        this(
                sentiment,
                sureFrom,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether the model is sure enough of the sentiment to give a verdict. */
    public boolean sure() {
        return sentiment.top() >= sureFrom;
    }

    /** Whether a person should look at it. */
    public boolean flagged() {
        return offensive.filter(Signal::raised).isPresent()
                || hateful.filter(Signal::raised).isPresent();
    }
}
