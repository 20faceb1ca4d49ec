package dev.earshot.core.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Says what a text feels about each of the things that it names: each gets the clause that speaks of
 * it, and the model reads that clause. Thread-safe where the model is.
 */
public final class TargetedSentiment {
    private final TextModel model;

    public TargetedSentiment(TextModel model) {
        this.model = model;
    }

    /** The sentiment towards each target of each question, in order; two calls of the model in all. */
    public List<List<TargetSentiment>> read(List<Question> questions) {
        List<TextAnalysis> wholes =
                questions.isEmpty()
                        ? List.of()
                        : model.analyse(questions.stream().map(Question::text).toList());
        var look = new SecondLook(model);
        List<SecondLook.Plan> plans = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            plans.add(
                    look.plan(
                            question.text(), question.language(), wholes.get(i),
                            question.targets()));
        }
        return look.read(plans).stream().map(SecondLook.Result::targets).toList();
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
                            "target " + target.name() + " must end within the text's "
                                    + text.length() + " units, got " + target.end());
                }
            }
        }
    }
}
