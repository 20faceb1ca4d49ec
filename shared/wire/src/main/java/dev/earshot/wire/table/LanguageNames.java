package dev.earshot.wire.table;

import dev.earshot.wire.json.TextChecks;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;

/**
 * Languages as exports name them: a tag, a code of three letters, or a name in the language itself
 * or one of those that the table of headers knows.
 */
final class LanguageNames {
    private static final List<Locale> NAMED_IN =
            List.of("en", "de", "es", "fr", "it", "pt", "nl").stream()
                    .map(Locale::forLanguageTag)
                    .toList();
    private static final Map<String, String> TAGS = tags();

    private LanguageNames() {}

    private static Map<String, String> tags() {
        var tags = new HashMap<String, String>();
        for (String code : Locale.getISOLanguages()) {
            Locale language = Locale.forLanguageTag(code);
            for (Locale in : NAMED_IN) {
                tags.putIfAbsent(TableField.plain(language.getDisplayLanguage(in)), code);
            }
            tags.putIfAbsent(TableField.plain(language.getDisplayLanguage(language)), code);
            threeLetters(language).ifPresent(three -> tags.putIfAbsent(three, code));
        }
        // The bibliographic codes of ISO 639-2.
        Map.of(
                        "ger", "de", "fre", "fr", "dut", "nl", "chi", "zh", "gre", "el", "cze",
                        "cs", "rum", "ro", "per", "fa")
                .forEach(tags::putIfAbsent);
        return Map.copyOf(tags);
    }

    private static Optional<String> threeLetters(Locale language) {
        try {
            return Optional.of(language.getISO3Language());
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    /** The tag of a language; empty if the name says none. */
    static Optional<String> tag(String name) {
        String bare = name.replaceAll("\\([^)]*\\)|\\[[^]]*]", "").strip();
        String plain = TableField.plain(bare);
        Optional<String> named = Optional.ofNullable(TAGS.get(plain));
        if (named.isPresent()) {
            return named;
        }
        return TextChecks.isLanguageTag(bare) && bare.length() != 3
                ? Optional.of(Locale.forLanguageTag(bare.replace('_', '-')).toLanguageTag())
                : Optional.empty();
    }
}
