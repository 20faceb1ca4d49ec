package dev.earshot.core.influence;

import java.time.Instant;
import java.util.List;

/**
 * Scores authors against one population. Equal input gives an equal score, to the last bit, in
 * whatever order authors are scored. Thread-safe.
 */
public final class Scorer {
    /**
     * @param population the peers; the same one for all scores that are to be compared
     * @param brands every registered brand, the scored one among them: the others are its control
     */
    public Scorer(ScoreTable table, Population population, List<BrandProfile> brands) {}

    /** One author's score for one brand, as of a moment. */
    public InfluencerScore score(AuthorEvidence evidence, BrandProfile brand, Instant asOf) {
        throw new UnsupportedOperationException("the components are not written yet");
    }

    /**
     * What each post is worth: the score less the score without that post, for the posts that the
     * components list as evidence. Scoring again without the post moves the score by exactly that.
     */
    public List<Receipt> receipts(AuthorEvidence evidence, BrandProfile brand, Instant asOf) {
        throw new UnsupportedOperationException("the components are not written yet");
    }
}
