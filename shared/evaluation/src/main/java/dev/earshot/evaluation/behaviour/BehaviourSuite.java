package dev.earshot.evaluation.behaviour;

import dev.earshot.core.text.SentimentLabel;
import dev.earshot.evaluation.behaviour.Behaviour.Case;
import dev.earshot.evaluation.template.Filling;
import dev.earshot.evaluation.template.Template;
import dev.earshot.evaluation.template.TemplateFile;
import dev.earshot.evaluation.template.WordLists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rows of the suite, generated from the templates in the resources; the same seed gives the
 * same cases. The published rates are those of Amazon, Google and Microsoft in table 1 of Ribeiro,
 * Wu, Guestrin and Singh, "Beyond Accuracy", ACL 2020. Immutable.
 */
public final class BehaviourSuite {
    private static final List<Source> SOURCES =
            List.of(
                    new Source("sentiment-laden words", "laden", List.of(2.8, 15.0, 4.0)),
                    new Source("negated positive", "negated-positive", List.of()),
                    new Source("negated negative", "negated-negative", List.of(29.4, 54.2, 18.8)),
                    new Source("negated neutral", "negated-neutral", List.of(74.2, 39.6, 40.4)),
                    new Source("negation at the end", "negation-end", List.of(100.0, 90.4, 100.0)),
                    new Source(
                            "negation with words between",
                            "negation-between",
                            List.of(100.0, 100.0, 98.4)),
                    new Source("question and yes", "question-yes", List.of(20.8, 57.6, 9.0)),
                    new Source("question and no", "question-no", List.of(81.6, 90.8, 96.8)),
                    new Source("change over time", "time", List.of(42.2, 36.6, 41.0)),
                    new Source("author against others", "author", List.of(68.0, 62.4, 45.4)),
                    new Source("intensifiers, reducers", "intensity", List.of()),
                    new Source("one typo", "typo", List.of(10.4, 10.2, 5.6)),
                    new Source("added link", "link", List.of(24.8, 13.4, 9.6)),
                    new Source("added handle", "handle", List.of(24.8, 13.4, 9.6)),
                    new Source("other person's name", "names", List.of(9.1, 15.1, 2.4)),
                    new Source("other place", "places", List.of(14.8, 20.8, 7.0)),
                    new Source("identity words are neutral", "identity", List.of()),
                    new Source("other protected group", "groups", List.of()),
                    new Source("emoji decide", "emoji", List.of()),
                    new Source("contractions", "contractions", List.of()),
                    new Source("punctuation", "punctuation", List.of()));

    private final List<Behaviour> rows;

    private BehaviourSuite(List<Behaviour> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * Generates the rows.
     *
     * @param casesPerRow number of cases per row; at least 200 for published figures
     */
    public static BehaviourSuite make(int casesPerRow, long seed) {
        TemplateFile shared = TemplateFile.read(BehaviourSuite.class, "words.txt");
        return new BehaviourSuite(
                SOURCES.stream().map(source -> row(source, shared, casesPerRow, seed)).toList());
    }

    /** Languages other than English that have a row. */
    public static List<String> otherLanguages() {
        return List.of("es", "de", "fr", "it", "pt", "ar");
    }

    /** Simple negation in one of the {@link #otherLanguages}, as one row. */
    public static BehaviourSuite in(String language, int cases, long seed) {
        Source source = new Source("negation, " + language, language, List.of());
        TemplateFile shared = TemplateFile.read(BehaviourSuite.class, "words.txt");
        return new BehaviourSuite(List.of(row(source, shared, cases, seed)));
    }

    List<Behaviour> rows() {
        return rows;
    }

    /** Further rows: real posts under each disturbance that preserves their meaning. */
    static List<Behaviour> onPosts(List<String> posts, long seed) {
        List<Behaviour> rows = new ArrayList<>();
        Map<Disturbance, Source> kinds = new LinkedHashMap<>();
        for (Disturbance disturbance : Disturbance.values()) {
            String file = disturbance.name().toLowerCase(Locale.ROOT);
            SOURCES.stream()
                    .filter(source -> file.startsWith(source.file.replaceFirst("s$", "")))
                    .findFirst()
                    .ifPresent(source -> kinds.put(disturbance, source));
        }
        kinds.forEach(
                (disturbance, source) -> {
                    Random dice = new Random(seed + source.file.hashCode());
                    List<Case> cases = new ArrayList<>();
                    for (String post : posts) {
                        String changed = disturbance.apply(post, dice);
                        if (!changed.equals(post)) {
                            cases.add(new Case(new Expectation.Same(), post, changed));
                        }
                    }
                    rows.add(new Behaviour(source.name + ", real tweets", source.published, cases));
                });
        return rows;
    }

    private static Behaviour row(Source source, TemplateFile shared, int most, long seed) {
        TemplateFile file = TemplateFile.read(BehaviourSuite.class, source.file + ".txt");
        Map<String, List<String>> lists = new LinkedHashMap<>(shared.words().lists());
        lists.putAll(file.words().lists());
        WordLists words = new WordLists(lists);
        Map<String, List<String>> sections = new LinkedHashMap<>(file.sections());
        sections.remove("words");
        List<Case> cases = new ArrayList<>();
        int open = sections.size();
        for (Map.Entry<String, List<String>> section : sections.entrySet()) {
            int share = (most - cases.size() + open - 1) / open;
            cases.addAll(section(section.getKey(), section.getValue(), words, share, seed));
            open--;
        }
        return new Behaviour(source.name, source.published, cases);
    }

    private static List<Case> section(
            String heading, List<String> lines, WordLists words, int most, long seed) {
        List<Template> templates =
                lines.stream()
                        .map(line -> new Template(Arrays.asList(line.split(" => ", -1))))
                        .toList();
        Asked asked = Asked.of(heading);
        Random dice = new Random(seed + heading.hashCode());
        List<Case> cases = new ArrayList<>();
        for (List<String> filled : Filling.of(templates, words, most, seed)) {
            String first = filled.getFirst();
            String second =
                    asked.disturbance
                            .map(disturbance -> disturbance.apply(first, dice))
                            .orElse(filled.getLast());
            cases.add(new Case(asked.expectation, first, second));
        }
        return cases;
    }

    private record Source(String name, String file, List<Double> published) {}

    /** A parsed section heading. */
    private record Asked(Expectation expectation, Optional<Disturbance> disturbance) {
        static Asked of(String heading) {
            List<String> words = List.of(heading.split(" "));
            String last = words.getLast();
            return switch (words.getFirst()) {
                case "is" ->
                        new Asked(
                                new Expectation.OneOf(labels(words.subList(1, words.size()))),
                                Optional.empty());
                case "same" ->
                        new Asked(
                                new Expectation.Same(),
                                words.size() == 1
                                        ? Optional.empty()
                                        : Optional.of(Disturbance.named(last)));
                case "not" ->
                        new Asked(
                                new Expectation.Direction(
                                        label(last), words.get(1).equals("lower")),
                                Optional.empty());
                default -> throw new IllegalArgumentException("unknown heading: " + heading);
            };
        }

        private static Set<SentimentLabel> labels(List<String> words) {
            return words.stream()
                    .filter(word -> !word.equals("or"))
                    .map(Asked::label)
                    .collect(Collectors.toSet());
        }

        private static SentimentLabel label(String word) {
            return SentimentLabel.valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
