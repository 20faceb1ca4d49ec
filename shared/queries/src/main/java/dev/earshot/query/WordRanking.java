package dev.earshot.query;

import dev.earshot.core.catalogue.CataloguedMedia;
import dev.earshot.core.picture.SearchTerms;
import dev.earshot.query.MediaSearch.Hit;
import dev.earshot.query.SearchWords.Wanted;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Ranks files by the words of a query: BM25 (Robertson and Zaragoza, 2009) over the files read, so
 * term rarity is relative to those files. Stateless.
 */
final class WordRanking {
    private static final double SATURATION = 1.2;
    private static final double LENGTH = 0.5;

    /** Weight of text in a picture: it says less about the content than detected things do. */
    private static final double WRITTEN = 0.6;

    /** Bonus for matching all words: matching more words outranks matching rarer ones. */
    private static final double MEETS_ALL = 10;

    private WordRanking() {}

    /** The files that match at least one word, best first. */
    static List<Hit> of(Collection<CataloguedMedia> media, List<Wanted> wanted) {
        List<Document> documents = media.stream().map(Document::of).toList();
        Map<String, Integer> holders = new HashMap<>();
        documents.forEach(
                document ->
                        document.terms.keySet().forEach(t -> holders.merge(t, 1, Integer::sum)));
        double usual =
                Math.max(1, documents.stream().mapToDouble(Document::length).average().orElse(1));
        List<Hit> hits = new ArrayList<>();
        for (Document document : documents) {
            double norm = 1 - LENGTH + LENGTH * document.length() / usual;
            double score = 0;
            double met = 0;
            List<String> matched = new ArrayList<>();
            for (Wanted word : wanted) {
                double best = 0;
                double share = 0;
                for (Map.Entry<String, Double> term : word.weights().entrySet()) {
                    double weight = document.terms.getOrDefault(term.getKey(), 0.0);
                    int n = holders.getOrDefault(term.getKey(), 0);
                    double rarity = Math.log(1 + (documents.size() - n + 0.5) / (n + 0.5));
                    double gain = rarity * weight * (SATURATION + 1) / (weight + SATURATION * norm);
                    best = Math.max(best, term.getValue() * gain);
                    share = Math.max(share, term.getValue() * Math.min(1, weight));
                }
                if (best > 0) {
                    score += best;
                    met += share;
                    matched.add(word.word());
                }
            }
            if (!matched.isEmpty()) {
                hits.add(
                        new Hit(
                                document.media,
                                score + MEETS_ALL * met / wanted.size(),
                                matched,
                                OptionalDouble.empty(),
                                1));
            }
        }
        hits.sort(
                Comparator.comparingDouble(Hit::score)
                        .reversed()
                        .thenComparing(hit -> hit.media().key()));
        return hits;
    }

    private record Document(CataloguedMedia media, Map<String, Double> terms) {
        static Document of(CataloguedMedia media) {
            Map<String, Double> terms = new HashMap<>();
            for (String thing : media.things()) {
                SearchTerms.ofName(thing).forEach(term -> terms.merge(term, 1.0, Double::sum));
            }
            for (String brand : media.brands()) {
                SearchTerms.ofText(brand).forEach(term -> terms.merge(term, 1.0, Double::sum));
            }
            SearchTerms.ofText(media.text())
                    .forEach(term -> terms.merge(term, WRITTEN, Double::sum));
            return new Document(media, terms);
        }

        double length() {
            return terms.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }
}
