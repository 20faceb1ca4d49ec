package dev.earshot.usecase.post;

import dev.earshot.core.brand.Mention;
import dev.earshot.core.text.Target;
import dev.earshot.core.text.TextExplanation;
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
    private final Aspects aspects = Aspects.common();

    public Explanations(TextReader reader) {
        this.reader = reader;
    }

    /** The explanation of one text; takes seconds. */
    public TextExplanation of(
            String text, Optional<String> declaredLanguage, BrandMatcher matcher) {
        List<Target> named =
                matcher.mentions(text).stream().map(mention -> target(text, mention)).toList();
        return reader.explain(
                new TextReader.Text(text, declaredLanguage, aspects.find(text, named)));
    }

    /** A product is named as in the text, anything else by its brand. */
    private static Target target(String text, Mention mention) {
        String name =
                mention.kind() == Mention.Kind.PRODUCT
                        ? text.substring(mention.start(), mention.end()).toLowerCase(Locale.ROOT)
                        : mention.brandId();
        return new Target(name, mention.start(), mention.end());
    }
}
