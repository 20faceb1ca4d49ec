package dev.earshot.query;

import dev.earshot.core.picture.SearchTerms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Expands a plain-language query into search terms: each word itself, names of the same meaning,
 * and members of the kind that it names. Immutable.
 */
final class SearchWords {
    private static final SearchWords KNOWN = load();

    /** Weights of a synonym and of a member of a kind; the word itself weighs 1. */
    private static final double SAME = 0.8;

    private static final double KIND = 0.7;

    /** By a word's stem the terms of the names that it means. */
    private final Map<String, Set<String>> means = new HashMap<>();

    private final Map<String, Set<String>> kinds = new HashMap<>();

    /** Names of several words, as one term. */
    private final Set<String> names = new HashSet<>();

    private SearchWords() {}

    /**
     * A word of a question, or a name of two words in it.
     *
     * @param weights weight by term; the greatest is 1
     */
    record Wanted(String word, Map<String, Double> weights) {
        Wanted {
            weights = Map.copyOf(weights);
        }
    }

    /** What a question asks for. */
    static List<Wanted> ofQuestion(String question) {
        return KNOWN.wanted(SearchTerms.plain(question));
    }

    private List<Wanted> wanted(List<String> words) {
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String term = SearchTerms.stem(word);
            if (i + 1 < words.size()) {
                String both = term + "_" + SearchTerms.stem(words.get(i + 1));
                if (names.contains(both)) {
                    word = word + " " + words.get(i + 1);
                    term = both;
                    i++;
                }
            }
            Map<String, Double> weights = new LinkedHashMap<>(Map.of(term, 1.0));
            means.getOrDefault(term, Set.of()).forEach(name -> weights.putIfAbsent(name, SAME));
            kinds.getOrDefault(term, Set.of()).forEach(name -> weights.putIfAbsent(name, KIND));
            if (wanted.stream().noneMatch(other -> other.weights().equals(weights))) {
                wanted.add(new Wanted(word, weights));
            }
        }
        return wanted;
    }

    private void add(String line) {
        int equals = line.indexOf('=');
        int above = line.indexOf('>');
        if (equals > 0) {
            String name = name(line.substring(0, equals));
            for (String word : SearchTerms.ofText(line.substring(equals + 1))) {
                if (!word.equals(name)) {
                    means.computeIfAbsent(word, w -> new LinkedHashSet<>()).add(name);
                }
            }
        } else if (above > 0) {
            Set<String> members =
                    kinds.computeIfAbsent(
                            SearchTerms.stem(line.substring(0, above).strip()),
                            w -> new LinkedHashSet<>());
            for (String member : line.substring(above + 1).split(",", -1)) {
                members.add(name(member));
            }
        } else {
            throw new IllegalStateException("search-words.txt: no = and no > in '" + line + "'");
        }
    }

    private String name(String text) {
        String name = SearchTerms.name(text);
        if (name.contains("_")) {
            names.add(name);
        }
        return name;
    }

    private static SearchWords load() {
        try (InputStream in = SearchWords.class.getResourceAsStream("search-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("search-words.txt is missing from the jar");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            SearchWords words = new SearchWords();
            reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(words::add);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
