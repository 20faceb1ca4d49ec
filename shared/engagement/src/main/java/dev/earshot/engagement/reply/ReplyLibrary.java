package dev.earshot.engagement.reply;

import dev.earshot.engagement.cases.CaseKind;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/**
 * The templates of answers in one language, and the words by which the facts of a post are found.
 * Every word of a draft comes from here or from the brand's own record. Immutable and thread-safe.
 */
final class ReplyLibrary {
    /** Languages that have templates; the first stands in for all others. */
    static final List<String> LANGUAGES = List.of("en", "de", "es", "fr");

    private static final Map<String, ReplyLibrary> ALL = loadAll();

    private final String language;
    private final Map<String, String> templates;
    private final List<Issue> issues;
    private final List<String> prepositions;

    /**
     * Something that people complain or ask about.
     *
     * @param name as it stands in a draft
     * @param signs what a text holds that speaks of it, in lower case
     */
    record Issue(String key, String name, List<String> signs) {}

    private ReplyLibrary(String language, Properties file) {
        this.language = language;
        this.templates = new LinkedHashMap<>();
        this.issues = new ArrayList<>();
        for (String key : new TreeSet<>(file.stringPropertyNames())) {
            String value = file.getProperty(key);
            if (key.startsWith("issue.")) {
                List<String> parts = Arrays.asList(value.split("\\|", -1));
                issues.add(
                        new Issue(
                                key.substring("issue.".length()),
                                parts.getFirst(),
                                List.copyOf(parts.subList(1, parts.size()))));
            } else {
                templates.put(key, value);
            }
        }
        this.prepositions = List.of(required("place").split("\\|", -1));
    }

    private String required(String key) {
        return Objects.requireNonNull(templates.get(key), () -> language + " lacks " + key);
    }

    /** The library of a language, if there is one. */
    static Optional<ReplyLibrary> of(String language) {
        return Optional.ofNullable(ALL.get(language.split("-", 2)[0]));
    }

    /** The library of the first language. */
    static ReplyLibrary first() {
        return Objects.requireNonNull(ALL.get(LANGUAGES.getFirst()));
    }

    String language() {
        return language;
    }

    String template(CaseKind kind, Voice voice) {
        return required(kind.key() + "." + voice.key());
    }

    List<Issue> issues() {
        return List.copyOf(issues);
    }

    /** Words that stand before a place. */
    List<String> prepositions() {
        return prepositions;
    }

    /** Whether a country can stand where a city can; in French it takes another preposition. */
    boolean namesCountries() {
        return required("countries").equals("yes");
    }

    private static Map<String, ReplyLibrary> loadAll() {
        Map<String, ReplyLibrary> all = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            String name = "replies_" + language + ".properties";
            Properties file = new Properties();
            try (var in = Objects.requireNonNull(ReplyLibrary.class.getResourceAsStream(name));
                    var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                file.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            all.put(language, new ReplyLibrary(language, file));
        }
        return Map.copyOf(all);
    }
}
