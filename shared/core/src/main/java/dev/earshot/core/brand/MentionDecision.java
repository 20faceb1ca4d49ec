package dev.earshot.core.brand;

/**
 * Whether one place in a text counts as a mention of a brand, and why.
 *
 * @param mention the place
 * @param rule what decided; it says whether the mention counts
 * @param evidence the words of the text, or of the brand, that the rule went by; may be empty
 */
public record MentionDecision(Mention mention, MentionRule rule, String evidence) {
    /** Whether the mention counts. */
    public boolean counts() {
        return rule.counts();
    }
}
