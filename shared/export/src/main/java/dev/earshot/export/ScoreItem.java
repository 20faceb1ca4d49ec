package dev.earshot.export;

import dev.earshot.core.post.Platform;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.InfluencerScore;
import dev.earshot.influence.score.RankedAuthor;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * An author of a board.
 *
 * @param author pseudonym
 * @param interval the lower and upper end of the score's 90 % interval
 * @param components by name: those that count in the score, 0 to 100 where 50 is the peers' middle
 * @param reason in plain words
 * @param posts the author's posts that counted
 * @param table version of the table of weights
 */
record ScoreItem(
        String brand,
        int rank,
        String author,
        Platform platform,
        OptionalLong followers,
        double score,
        List<Double> interval,
        Map<String, Double> components,
        String reason,
        List<String> caveats,
        int posts,
        Instant asOf,
        String table) {
    static ScoreItem of(RankedAuthor ranked) {
        InfluencerScore score = ranked.author().score();
        var components = new LinkedHashMap<String, Double>();
        for (Component component : score.components()) {
            if (component.weight() > 0) {
                components.put(component.name().key(), component.value());
            }
        }
        return new ScoreItem(
                score.brandId(),
                ranked.rank(),
                score.author().pseudonym(),
                score.platform(),
                ranked.author().followers(),
                score.score(),
                List.of(score.low(), score.high()),
                components,
                score.reason(),
                score.caveats(),
                score.posts(),
                score.asOf(),
                score.tableVersion());
    }
}
