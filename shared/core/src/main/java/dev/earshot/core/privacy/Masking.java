package dev.earshot.core.privacy;

import dev.earshot.core.brand.Mention;
import dev.earshot.core.text.TextSpan;

import java.util.List;
import java.util.Optional;

/**
 * What becomes of personal data in texts. The models read every text alike, whatever is kept of it,
 * so that no setting changes a verdict.
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

    /**
     * The text as the models read it, in memory alone: names of people stay in, since a verdict on
     * "[name] is great" is another one than on the post; all else is masked.
     *
     * @param masked the whole mask of that text
     */
    public static MaskedText readable(String text, MaskedText masked) {
        return MaskedText.of(
                text,
                masked.masks().stream()
                        .map(MaskedText.Mask::found)
                        .filter(span -> span.kind() != PiiKind.PERSON)
                        .toList());
    }

    /** The whole mask of a text; what names a brand stays. */
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

    /** Whether offsets refer to the text with placeholders. */
    public boolean pointsIntoMask() {
        return kept == Kept.MASKED;
    }
}
