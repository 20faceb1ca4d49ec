package dev.earshot.usecase.post;

import dev.earshot.core.brand.Mention;
import dev.earshot.core.privacy.MaskedText;
import dev.earshot.core.privacy.Masking;
import dev.earshot.core.privacy.TextMask;
import dev.earshot.core.text.Target;
import dev.earshot.core.text.TextExplanation;
import dev.earshot.core.text.TextSpan;
import dev.earshot.reading.TextReader;
import dev.earshot.reading.brand.BrandMatcher;
import dev.earshot.reading.clause.Aspects;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Explains texts: every brand and product named in a text, and every common aspect such as the
 * price, gets a sentiment of its own, and every word its share of the verdict. Thread-safe.
 */
public final class Explanations {
    private final TextReader reader;
    private final TextMask mask;
    private final Aspects aspects = Aspects.common();

    /** Explains texts as they are. */
    public Explanations(TextReader reader) {
        this(reader, TextMask.none());
    }

    /**
     * Explains what the models read of texts.
     *
     * @param mask the one that posts are read with
     */
    public Explanations(TextReader reader, TextMask mask) {
        this.reader = reader;
        this.mask = mask;
    }

    /** The explanation of one text; takes seconds. */
    public TextExplanation of(
            String text, Optional<String> declaredLanguage, BrandMatcher matcher) {
        List<Mention> mentions = matcher.mentions(text);
        MaskedText masked =
                Masking.readable(
                        text, new Masking(mask, Masking.Kept.ORIGINAL).read(text, mentions));
        List<Target> named =
                mentions.stream().map(mention -> target(text, masked, mention)).toList();
        TextExplanation explained =
                reader.explain(
                        new TextReader.Text(
                                masked.text(),
                                declaredLanguage,
                                aspects.find(masked.text(), named)));
        return masked.changed() ? Unmasking.explanation(explained, text, masked) : explained;
    }

    /** A product is named as in the text, anything else by its brand. */
    private static Target target(String text, MaskedText masked, Mention mention) {
        String name =
                mention.kind() == Mention.Kind.PRODUCT
                        ? text.substring(mention.start(), mention.end()).toLowerCase(Locale.ROOT)
                        : mention.brandId();
        TextSpan span = masked.toMasked(mention.start(), mention.end());
        return new Target(name, span.start(), span.end());
    }
}
