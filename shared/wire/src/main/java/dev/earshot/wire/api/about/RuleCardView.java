package dev.earshot.wire.api.about;

import java.util.List;
import java.util.Optional;

/**
 * What is known of one rule.
 *
 * @param says what its number tells, in a sentence or two
 * @param answers the routes whose answers rest on it, such as {@code GET /v1/cases}
 * @param card all that is written about it, in Markdown; only where one rule is asked for
 */
public record RuleCardView(
        String name, String title, String says, List<String> answers, Optional<String> card) {
    public RuleCardView {
        answers = List.copyOf(answers);
    }

    /** The same as a list has it. */
    public RuleCardView withoutText() {
        return new RuleCardView(name, title, says, answers, Optional.empty());
    }
}
