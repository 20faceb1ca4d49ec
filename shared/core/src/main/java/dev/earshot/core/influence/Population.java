package dev.earshot.core.influence;

import dev.earshot.core.post.AuthorRef;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The workspace's authors as a background against which each is scored: who is of like size on the
 * same platform, what is usual among them, and which words are common. Fitted from the workspace's own
 * summaries and nothing else. Immutable, thread-safe.
 *
 * <p>A score depends on the population, so a run that scores only some authors must use the population
 * that the rest were scored with: keep {@link #members()} for as long as scores are to be compared (a
 * day, say), then fit anew and score everybody. The same members give an equal population.
 */
public final class Population {
    /** The most members that one platform contributes: chosen by pseudonym, which is a keyed hash. */
    public static final int MAX_MEMBERS_PER_PLATFORM = 5_000;

    private final List<AuthorSummary> members;

    private Population(List<AuthorSummary> members) {
        this.members = members;
    }

    /** The population of these authors, in any order. */
    public static Population fit(Collection<AuthorSummary> authors, ScoreTable table) {
        Map<AuthorRef, AuthorSummary> distinct = new HashMap<>();
        authors.forEach(author -> distinct.put(author.author(), author));
        Map<dev.earshot.core.post.Platform, Integer> taken = new HashMap<>();
        List<AuthorSummary> members =
                distinct.values().stream()
                        .sorted(Comparator.comparing(a -> a.author().pseudonym()))
                        .filter(
                                a ->
                                        taken.merge(a.platform(), 1, Integer::sum)
                                                <= MAX_MEMBERS_PER_PLATFORM)
                        .toList();
        return new Population(members);
    }

    /** Whom it was fitted on, by pseudonym. */
    public List<AuthorSummary> members() {
        return members;
    }
}
