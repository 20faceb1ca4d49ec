package dev.earshot.wire.api.brand;

import dev.earshot.core.brand.Mention;
import dev.earshot.core.brand.MentionDecision;

/**
 * One place of a text where a term of a brand stands, and why it counts or not. Offsets are UTF-16
 * units.
 *
 * @param rule key of the rule that decided
 * @param meaning what the rule says
 * @param evidence the words that it went by; may be empty
 */
public record MentionView(
        String brand,
        int start,
        int end,
        String text,
        Mention.Kind kind,
        boolean counts,
        String rule,
        String meaning,
        String evidence) {
    /** The view of a decision about a text. */
    public static MentionView of(String text, MentionDecision decision) {
        Mention mention = decision.mention();
        return new MentionView(
                mention.brandId(),
                mention.start(),
                mention.end(),
                text.substring(mention.start(), mention.end()),
                mention.kind(),
                decision.counts(),
                decision.rule().key(),
                decision.rule().meaning(),
                decision.evidence());
    }
}
