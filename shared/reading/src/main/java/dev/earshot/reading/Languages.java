package dev.earshot.reading;

import dev.earshot.core.text.LanguageIdentifier;
import dev.earshot.core.text.LanguageIdentifier.Language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Identifies the languages of texts that are read together. Where a text says little about its
 * language and the platform states none, the language of its author's other texts is taken as if it
 * were stated. Thread-safe.
 */
final class Languages {
    /** From this probability a text needs no other evidence, and is evidence for others. */
    private static final double TOLD = 0.8;

    private final LanguageIdentifier identifier;

    Languages(LanguageIdentifier identifier) {
        this.identifier = identifier;
    }

    /** One language for each text, in order. */
    List<Language> of(List<TextReader.Text> texts) {
        List<Language> found = new ArrayList<>(texts.size());
        Map<String, Map<String, Integer>> byAuthor = new HashMap<>();
        for (TextReader.Text text : texts) {
            Language language = identifier.identify(text.text(), text.declaredLanguage());
            found.add(language);
            if (language.confidence() >= TOLD) {
                text.author()
                        .ifPresent(
                                author ->
                                        byAuthor.computeIfAbsent(author, any -> new HashMap<>())
                                                .merge(language.tag(), 1, Integer::sum));
            }
        }
        for (int i = 0; i < found.size(); i++) {
            TextReader.Text text = texts.get(i);
            if (found.get(i).confidence() < TOLD && text.declaredLanguage().isEmpty()) {
                Optional<String> usual = text.author().flatMap(author -> usual(byAuthor, author));
                if (usual.isPresent()) {
                    found.set(i, identifier.identify(text.text(), usual));
                }
            }
        }
        return found;
    }

    /** The language of more than half of the author's texts whose language is told. */
    private static Optional<String> usual(
            Map<String, Map<String, Integer>> byAuthor, String author) {
        Map<String, Integer> counts = byAuthor.getOrDefault(author, Map.of());
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return counts.entrySet().stream()
                .filter(entry -> 2 * entry.getValue() > all)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
