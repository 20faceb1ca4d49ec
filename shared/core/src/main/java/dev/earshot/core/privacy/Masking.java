package dev.earshot.core.privacy;

import dev.earshot.core.brand.Mention;
import dev.earshot.core.text.TextSpan;

import java.util.List;
import java.util.Optional;

/**
 * What becomes of personal data in texts. The models read every text masked, whatever is kept of
 * it, so that no setting changes a verdict.
 *
 * @param kept which text is stored, and so what all offsets of a result refer to
 */
public record Masking(TextMask mask, Kept kept) {
    /** Nothing is looked for. */
    public static final Masking NONE = new Masking(TextMask.none(), Kept.ORIGINAL);

    /** What is stored of a text that tells of a person. */
    public enum Kept {
        /** The text with placeholders. */
        MASKED,
        /** The text as it was posted, sealed. */
        ORIGINAL,
        /** Nothing of it. */
        NOTHING
    }

    /** The text as the models read it; what names a brand stays. */
    public MaskedText read(String text, List<Mention> mentions) {
        return mask.mask(
                text,
                mentions.stream()
                        .map(mention -> new TextSpan(mention.start(), mention.end()))
                        .toList());
    }

    /** What is stored of a text; empty for nothing. */
    public Optional<String> stored(String text, MaskedText masked) {
        return switch (kept) {
            case MASKED -> Optional.of(masked.text());
            case ORIGINAL -> Optional.of(text);
            case NOTHING -> masked.changed() ? Optional.empty() : Optional.of(text);
        };
    }

    /** Whether offsets into a masked text must be led back to the text that is stored. */
    public boolean leadsBack() {
        return kept == Kept.ORIGINAL;
    }
}
