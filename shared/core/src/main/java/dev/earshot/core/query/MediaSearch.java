package dev.earshot.core.query;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.media.CataloguedMedia;
import dev.earshot.core.query.SearchWords.Wanted;
import dev.earshot.core.store.MediaCatalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds pictures and videos by plain words over what was found in them, ranked by BM25 (Robertson and
 * Zaragoza, 2009) with words of like meaning. A copy of a picture that is listed already is left out.
 * Thread-safe.
 */
public final class MediaSearch {
    /** What the answer says was used. */
    public static final String METHOD = "words";

    private static final double SATURATION = 1.2;
    private static final double LENGTH = 0.5;

    /** A word met by another of like meaning counts for less than the word itself. */
    private static final double LIKE = 0.8;

    /** What is written in a picture says less of what it shows than what was seen. */
    private static final double WRITTEN = 0.6;

    private final MediaCatalogue catalogue;

    public MediaSearch(MediaCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * One file that fits.
     *
     * @param score higher fits better; comparable within one answer alone
     * @param matched words of the question that it meets
     * @param copies how many files show the same picture
     */
    public record Hit(CataloguedMedia media, double score, List<String> matched, int copies) {
        public Hit {
            matched = List.copyOf(matched);
        }
    }

    /** An answer; {@code found} counts different pictures, {@code files} all that fit. */
    public record Answer(int found, int files, List<Hit> hits) {
        public Answer {
            hits = List.copyOf(hits);
        }
    }

    /**
     * Searches.
     *
     * @param question plain words; blank lists everything, newest first
     * @param limit most hits
     */
    public Answer search(WorkspaceId workspace, String question, int limit) {
        List<CataloguedMedia> all = catalogue.all(workspace);
        List<Wanted> wanted = SearchWords.ofQuestion(question);
        List<Hit> ranked =
                wanted.isEmpty() && question.isBlank() ? newest(all) : ranked(all, wanted);
        List<CataloguedMedia> files = ranked.stream().map(Hit::media).toList();
        Set<String> firsts = new HashSet<>();
        Map<String, Integer> copies = new HashMap<>();
        Set<String> done = new HashSet<>();
        for (CataloguedMedia media : files) {
            if (done.contains(media.key())) {
                continue;
            }
            Reuse reuse = Reuse.of(media, files);
            firsts.add(media.key());
            copies.put(media.key(), reuse.copies());
            reuse.timeline().forEach(appearance -> done.add(appearance.key()));
        }
        List<Hit> hits =
                ranked.stream()
                        .filter(hit -> firsts.contains(hit.media().key()))
                        .limit(limit)
                        .map(
                                hit ->
                                        new Hit(
                                                hit.media(),
                                                hit.score(),
                                                hit.matched(),
                                                copies.getOrDefault(hit.media().key(), 1)))
                        .toList();
        return new Answer(firsts.size(), files.size(), hits);
    }

    private static List<Hit> newest(List<CataloguedMedia> all) {
        return all.stream()
                .sorted(
                        Comparator.comparing(CataloguedMedia::seenAt)
                                .reversed()
                                .thenComparing(CataloguedMedia::key))
                .map(media -> new Hit(media, 0, List.of(), 1))
                .toList();
    }

    private static List<Hit> ranked(List<CataloguedMedia> all, List<Wanted> wanted) {
        List<Map<String, Double>> weights = new ArrayList<>();
        Map<String, Integer> holders = new HashMap<>();
        double length = 0;
        for (CataloguedMedia media : all) {
            Map<String, Double> terms = terms(media);
            weights.add(terms);
            length += sum(terms);
            terms.keySet().forEach(term -> holders.merge(term, 1, Integer::sum));
        }
        double usual = all.isEmpty() ? 1 : Math.max(1, length / all.size());
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            double score = 0;
            List<String> matched = new ArrayList<>();
            double norm = 1 - LENGTH + LENGTH * sum(weights.get(i)) / usual;
            for (Wanted word : wanted) {
                double best = 0;
                for (int a = 0; a < word.alternatives().size(); a++) {
                    String term = word.alternatives().get(a);
                    double weight = weights.get(i).getOrDefault(term, 0.0);
                    int n = holders.getOrDefault(term, 0);
                    double rarity = Math.log(1 + (all.size() - n + 0.5) / (n + 0.5));
                    double gain =
                            rarity * weight * (SATURATION + 1) / (weight + SATURATION * norm);
                    best = Math.max(best, a == 0 ? gain : LIKE * gain);
                }
                if (best > 0) {
                    score += best;
                    matched.add(word.word());
                }
            }
            if (!matched.isEmpty()) {
                // Who meets more of the question's words goes first, however rare the others are.
                score += 10.0 * matched.size() / wanted.size();
                hits.add(new Hit(all.get(i), score, matched, 1));
            }
        }
        hits.sort(
                Comparator.comparingDouble(Hit::score)
                        .reversed()
                        .thenComparing(hit -> hit.media().key()));
        return hits;
    }

    private static Map<String, Double> terms(CataloguedMedia media) {
        Map<String, Double> terms = new HashMap<>();
        for (String thing : media.things()) {
            SearchWords.ofText(thing).forEach(term -> terms.merge(term, 1.0, Double::sum));
        }
        for (String brand : media.brands()) {
            SearchWords.ofText(brand).forEach(term -> terms.merge(term, 1.0, Double::sum));
        }
        SearchWords.ofText(media.text()).forEach(term -> terms.merge(term, WRITTEN, Double::sum));
        return terms;
    }

    private static double sum(Map<String, Double> terms) {
        return terms.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
