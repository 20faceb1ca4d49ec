package dev.earshot.reading;

import dev.earshot.core.text.Target;
import dev.earshot.core.text.TargetSentiment;
import dev.earshot.core.text.TextModel;

import java.util.List;

/**
 * Reads a text's sentiment towards each of the things that it names: the model reads the clause
 * that speaks of each, in context if it can. Thread-safe where the model is.
 */
public final class TargetedSentiment {
    private final TextModel model;

    public TargetedSentiment(TextModel model) {
        this.model = model;
    }

    /**
     * The sentiment towards each target of each question, in order; two calls of the model at most.
     */
    public List<List<TargetSentiment>> read(List<Question> questions) {
        List<CloseReading.Passage> requests =
                questions.stream()
                        .map(
                                question ->
                                        new CloseReading.Passage(
                                                question.text(),
                                                question.language(),
                                                question.targets()))
                        .toList();
        return CloseReading.read(model, requests).stream()
                .map(CloseReading.Result::targets)
                .toList();
    }

    /**
     * A text and the things in it.
     *
     * @param language primary subtag of the text's language
     * @param targets in any order; one with an offset outside the text is refused
     */
    public record Question(String text, String language, List<Target> targets) {
        public Question {
            targets = List.copyOf(targets);
            for (Target target : targets) {
                if (target.end() > text.length()) {
                    throw new IllegalArgumentException(
                            "target "
                                    + target.name()
                                    + " must end within the text's "
                                    + text.length()
                                    + " units, got "
                                    + target.end());
                }
            }
        }
    }
}
