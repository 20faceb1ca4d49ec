package dev.earshot.query;

import dev.earshot.core.count.OpinionSketch;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.text.SentimentLabel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Shares of sentiments, corrected for what the model is known to confuse.
 *
 * <p>They rest on the most probable class of every post that was read, whether the model was sure
 * or not. That matters: if a fifth of the posts got no label, the remaining shares would be those
 * of the easy posts, for which no confusion was measured.
 *
 * @param posts how many posts they are shares of: those read by a model whose confusion in their
 *     language is known
 * @param shares for negative, neutral and positive; they sum to 1
 */
public record CorrectedSentiment(long posts, Map<String, ShareCorrection.Corrected> shares) {
    private static final List<String> CLASSES =
            List.of(
                    SentimentLabel.NEGATIVE.key(),
                    SentimentLabel.NEUTRAL.key(),
                    SentimentLabel.POSITIVE.key());

    private static final String DIMENSION = "argmax/";

    public CorrectedSentiment {
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }

    /**
     * From the counts of a brand; empty where no post has a known confusion. The intervals are as
     * wide as its independent opinions make them.
     */
    static Optional<CorrectedSentiment> of(WindowCounts counts, Confusions confusions) {
        double independent = OpinionSketch.independent(counts);
        double clustering = independent > 0 ? Math.max(1, counts.posts() / independent) : 1;
        Map<String, long[]> labelled = new TreeMap<>();
        counts.counts()
                .forEach(
                        (key, count) -> {
                            int slash = key.lastIndexOf('/');
                            int label = CLASSES.indexOf(key.substring(slash + 1));
                            if (key.startsWith(DIMENSION) && label >= 0 && count > 0) {
                                labelled.computeIfAbsent(
                                                        key.substring(DIMENSION.length(), slash),
                                                        place -> new long[CLASSES.size()])[label] +=
                                        count;
                            }
                        });
        List<ShareCorrection.Stratum> strata = new ArrayList<>();
        long posts = 0;
        for (Map.Entry<String, long[]> entry : labelled.entrySet()) {
            int slash = entry.getKey().lastIndexOf('/');
            Optional<Confusion> confusion =
                    confusions.of(
                            entry.getKey().substring(0, slash),
                            entry.getKey().substring(slash + 1));
            if (confusion.isPresent()) {
                long[] n = entry.getValue();
                posts += n[0] + n[1] + n[2];
                strata.add(new ShareCorrection.Stratum(List.of(n[0], n[1], n[2]), confusion.get()));
            }
        }
        List<ShareCorrection.Corrected> corrected = ShareCorrection.correct(strata, clustering);
        if (corrected.isEmpty()) {
            return Optional.empty();
        }
        Map<String, ShareCorrection.Corrected> shares = new LinkedHashMap<>();
        for (int k = 0; k < CLASSES.size(); k++) {
            shares.put(CLASSES.get(k), corrected.get(k));
        }
        return Optional.of(new CorrectedSentiment(posts, shares));
    }
}
