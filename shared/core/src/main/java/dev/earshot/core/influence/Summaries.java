package dev.earshot.core.influence;

import dev.earshot.core.influence.sketch.TopicSketch;
import dev.earshot.core.post.AuthorRef;
import java.time.Instant;
import java.util.Map;

/** Computes {@link AuthorSummary}. Stateless. */
final class Summaries {
    private Summaries() {}

    static AuthorSummary summarise(
            AuthorHistory history, Map<AuthorRef, Account> engagers, ScoreTable table, Instant asOf) {
        return new AuthorSummary(
                history.ref(),
                history.platform(),
                Map.of(),
                TopicSketch.mean(history.posts().stream().map(PostFacts::topics).toList()));
    }
}
