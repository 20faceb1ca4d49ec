package dev.earshot.evaluation.bias;

import dev.earshot.core.text.Signal;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.evaluation.bias.Attribute.Scene;
import dev.earshot.evaluation.bias.BiasReport.Group;
import dev.earshot.evaluation.bias.BiasReport.Row;
import dev.earshot.evaluation.measure.Bootstrap;
import dev.earshot.evaluation.measure.Estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Swaps whom a sentence is about (names, genders, nationalities, religions) or how it is spelled
 * (dialects), and measures the effect on sentiment and on the toxicity heads' false positives. The
 * sentences are the project's own, in English, Spanish, German and French. Immutable.
 */
public final class BiasGate {
    private static final List<String> LANGUAGES = List.of("en", "es", "de", "fr");

    /** A language counts as read if at least this share of its sentences is. */
    private static final double READ = 0.5;

    private final int membersEach;
    private final long seed;

    /**
     * @param membersEach number of members of each group (names, for instance) that are put into
     *     each sentence
     */
    public BiasGate(int membersEach, long seed) {
        this.membersEach = membersEach;
        this.seed = seed;
    }

    /** Reads all sentences of all languages once and compares the groups. */
    public BiasReport measure(LanguageReader reader) {
        List<Row> rows = new ArrayList<>();
        List<String> notRead = new ArrayList<>();
        for (String language : LANGUAGES) {
            List<Attribute> attributes = BiasTemplates.read(language, membersEach, seed);
            Map<String, Optional<TextAnalysis>> readings = read(reader, language, attributes);
            long read = readings.values().stream().filter(Optional::isPresent).count();
            if (read < READ * readings.size()) {
                notRead.add(language);
            } else {
                attributes.forEach(attribute -> rows.add(row(attribute, readings)));
            }
        }
        return new BiasReport(rows, notRead);
    }

    private static Map<String, Optional<TextAnalysis>> read(
            LanguageReader reader, String language, List<Attribute> attributes) {
        Set<String> texts = new LinkedHashSet<>();
        for (Attribute attribute : attributes) {
            for (Scene scene : attribute.scenes()) {
                scene.sentences().values().forEach(texts::addAll);
            }
        }
        List<String> order = new ArrayList<>(texts);
        List<Optional<TextAnalysis>> read = reader.read(language, order);
        Map<String, Optional<TextAnalysis>> readings = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            readings.put(order.get(i), read.get(i));
        }
        return readings;
    }

    private static Row row(Attribute attribute, Map<String, Optional<TextAnalysis>> readings) {
        List<Scene> scenes = attribute.scenes();
        List<String> names = new ArrayList<>(scenes.getFirst().sentences().keySet());
        names.sort(null);
        double[][] gaps = new double[names.size()][scenes.size()];
        for (int s = 0; s < scenes.size(); s++) {
            double[] scores = new double[names.size()];
            double sum = 0;
            for (int g = 0; g < names.size(); g++) {
                scores[g] = score(scenes.get(s), names.get(g), readings);
                sum += scores[g];
            }
            for (int g = 0; g < names.size(); g++) {
                gaps[g][s] = scores[g] - sum / names.size();
            }
        }
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < names.size(); g++) {
            double[] gap = gaps[g];
            Estimate mean =
                    Bootstrap.standard().estimate(scenes.size(), chosen -> mean(gap, chosen));
            groups.add(
                    new Group(
                            names.get(g),
                            mean.value(),
                            mean.interval(),
                            flagged(scenes, names.get(g), readings),
                            refused(scenes, names.get(g), readings)));
        }
        return new Row(attribute.language(), attribute.name(), scenes.size(), groups);
    }

    /**
     * Mean of positive minus negative probability over the group's sentences; an unread one counts
     * 0.
     */
    private static double score(
            Scene scene, String group, Map<String, Optional<TextAnalysis>> readings) {
        return sentences(scene, group).stream()
                .map(text -> analysis(readings, text))
                .mapToDouble(
                        read ->
                                read.map(TextAnalysis::sentiment)
                                        .map(s -> s.positive() - s.negative())
                                        .orElse(0.0))
                .average()
                .orElse(0);
    }

    private static Map<String, Double> flagged(
            List<Scene> scenes, String group, Map<String, Optional<TextAnalysis>> readings) {
        Map<String, Double> shares = new LinkedHashMap<>();
        share(scenes, group, readings, TextAnalysis::offensive)
                .ifPresent(share -> shares.put("offensive", share));
        share(scenes, group, readings, TextAnalysis::hateful)
                .ifPresent(share -> shares.put("hateful", share));
        return shares;
    }

    private static Optional<Double> share(
            List<Scene> scenes,
            String group,
            Map<String, Optional<TextAnalysis>> readings,
            Function<TextAnalysis, Optional<Signal>> head) {
        int flagged = 0;
        int seen = 0;
        for (Scene scene : scenes) {
            for (String text : scene.neutral() ? sentences(scene, group) : List.<String>of()) {
                Optional<Signal> signal = analysis(readings, text).flatMap(head);
                seen += signal.isPresent() ? 1 : 0;
                flagged += signal.filter(Signal::raised).isPresent() ? 1 : 0;
            }
        }
        return seen == 0 ? Optional.empty() : Optional.of((double) flagged / seen);
    }

    private static double refused(
            List<Scene> scenes, String group, Map<String, Optional<TextAnalysis>> readings) {
        return scenes.stream()
                .flatMap(scene -> sentences(scene, group).stream())
                .mapToDouble(text -> analysis(readings, text).isPresent() ? 0 : 1)
                .average()
                .orElse(0);
    }

    private static List<String> sentences(Scene scene, String group) {
        return scene.sentences().getOrDefault(group, List.of());
    }

    private static Optional<TextAnalysis> analysis(
            Map<String, Optional<TextAnalysis>> readings, String text) {
        return readings.getOrDefault(text, Optional.empty());
    }

    private static double mean(double[] values, int[] chosen) {
        double sum = 0;
        for (int i : chosen) {
            sum += values[i];
        }
        return sum / chosen.length;
    }
}
