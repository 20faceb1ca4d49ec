package dev.earshot.influence.evidence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.influence.graph.Standing;
import dev.earshot.influence.impact.ImpactStudy;

import java.util.Map;
import java.util.Optional;

/**
 * The input of one author's score for one brand, apart from the population.
 *
 * @param engagers accounts of those who responded; a missing one is unknown, which never helps
 * @param standing place in the brand's topic graph; empty if the workspace has no responses on the
 *     topic
 * @param impact the brand's mentions by the author's audience; empty if the author never mentioned
 *     the brand
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
