package dev.earshot.core.text;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.text.LanguageIdentifier.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads texts, and abstains where the model must not speak: no words, or a language that it was not
 * trained on. All texts that it does read go through the model in one call. Thread-safe.
 */
public final class TextReader {
    private final TextModel model;
    private final LanguageIdentifier identifier;
    private final Set<String> languages;

    /** @param languages primary language subtags that the model was trained on, such as {@code en} */
    public TextReader(TextModel model, LanguageIdentifier identifier, Set<String> languages) {
        this.model = model;
        this.identifier = identifier;
        this.languages = Set.copyOf(languages);
    }

    /** One reading for each text, in order. */
    public List<Reading> read(List<Text> texts) {
        Reading[] readings = new Reading[texts.size()];
        List<Language> identified = new ArrayList<>(texts.size());
        List<Integer> open = new ArrayList<>();
        List<String> toRead = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Text text = texts.get(i);
            Language language = identifier.identify(text.text(), text.declaredLanguage());
            identified.add(language);
            Optional<String> refusal = refusal(text.text(), language);
            if (refusal.isPresent()) {
                readings[i] = new Reading.Abstained(language.tag(), refusal.get());
            } else {
                open.add(i);
                toRead.add(text.text());
            }
        }
        List<TextAnalysis> analyses = toRead.isEmpty() ? List.of() : model.analyse(toRead);
        for (int k = 0; k < open.size(); k++) {
            int i = open.get(k);
            readings[i] = new Reading.Read(identified.get(i).tag(), analyses.get(k));
        }
        return Arrays.asList(readings);
    }

    /** The model behind the readings. */
    public ModelVersion version() {
        return model.version();
    }

    private Optional<String> refusal(String text, Language language) {
        if (!saysAnything(text)) {
            return Optional.of("the text holds no words");
        }
        if (languages.contains(language.tag())) {
            return Optional.empty();
        }
        if (language.tag().equals(Language.UNDETERMINED.tag())) {
            return plainLatin(text)
                    ? Optional.empty()
                    : Optional.of("the language could not be told");
        }
        return Optional.of(
                "the model was not trained on language '" + language.tag() + "', only on "
                        + String.join(", ", languages.stream().sorted().toList()));
    }

    /** Whether anything but addresses, handles and punctuation is there; emoji say something. */
    private static boolean saysAnything(String text) {
        return Arrays.stream(text.split("\\s+"))
                .filter(word -> !word.startsWith("@") && !word.startsWith("http"))
                .flatMapToInt(String::codePoints)
                .anyMatch(c -> Character.isLetter(c) || (Character.isEmoji(c) && c > 0xFF));
    }

    /** Too short a text to name its language is read when its letters are plain Latin ones. */
    private static boolean plainLatin(String text) {
        return text.codePoints().filter(Character::isLetter).allMatch(c -> c < 0x250);
    }

    /**
     * A text to read.
     *
     * @param declaredLanguage BCP-47 tag that the platform states
     */
    public record Text(String text, Optional<String> declaredLanguage) {}
}
