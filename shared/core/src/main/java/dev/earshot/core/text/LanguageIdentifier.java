package dev.earshot.core.text;

import java.util.Optional;

/** Identifies the language of texts. Implementations are thread-safe. */
public interface LanguageIdentifier {
    /**
     * Identifies the language of one text.
     *
     * @param declared the tag that the platform states, used as a hint
     */
    Language identify(String text, Optional<String> declared);

    /**
     * A verdict.
     *
     * @param tag BCP-47 tag such as {@code en} or {@code hi-Latn}; {@code und} when it can't be
     *     told
     * @param confidence in [0, 1]
     */
    record Language(String tag, double confidence) {
        /** The language can't be told, for instance of a text without letters. */
        public static final Language UNDETERMINED = new Language("und", 0);
    }
}
