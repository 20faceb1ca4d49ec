package dev.earshot.core.privacy;

import dev.earshot.core.text.TextSpan;

import java.util.List;

/** Takes personal data out of texts. Implementations are thread-safe and never fail on a text. */
public interface TextMask {
    /**
     * The text with a placeholder for all that tells of a person. Masking a masked text changes
     * nothing.
     *
     * @param kept places that stay, for they name a brand or a product
     */
    MaskedText mask(String text, List<TextSpan> kept);

    /** Changes no text. */
    static TextMask none() {
        return (text, kept) -> MaskedText.unchanged(text);
    }
}
