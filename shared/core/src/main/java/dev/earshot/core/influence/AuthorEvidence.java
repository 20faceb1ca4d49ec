package dev.earshot.core.influence;

import dev.earshot.core.influence.impact.ImpactStudy;
import dev.earshot.core.post.AuthorRef;
import java.util.Map;
import java.util.Optional;

/**
 * What one score of one author for one brand is computed from, beside the population.
 *
 * @param engagers accounts of those who responded; one that is missing is unknown, which never helps
 * @param standing place in the brand's topic graph; empty where nobody the workspace knows of
 *     responded to anybody on the topic
 * @param impact the brand's mentions among the author's audience; empty where the author never
 *     mentioned the brand
 */
public record AuthorEvidence(
        AuthorHistory history,
        Map<AuthorRef, Account> engagers,
        Optional<Standing> standing,
        Optional<ImpactStudy> impact) {
    public AuthorEvidence {
        engagers = Map.copyOf(engagers);
    }
}
