package dev.earshot.influence;

import dev.earshot.core.post.PostId;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.influence.evidence.AuthorHistory;
import dev.earshot.influence.evidence.BrandProfile;
import dev.earshot.influence.evidence.PostFacts;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.score.ScoreTable;
import dev.earshot.influence.statistics.Normal;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether the author would move people for the brand, from what the author says of it and of its
 * rivals: posts that read positive less those that read negative and those that praise a rival,
 * shrunk by a few neutral ones. A critic with a large audience moves it the other way. One who
 * never spoke of either has no known stance. Stateless.
 */
public final class StanceComponent {

    private StanceComponent() {}

    static Component of(AuthorHistory history, BrandProfile brand, ScoreTable table) {
        int about = 0;
        int positive = 0;
        int negative = 0;
        int rivals = 0;
        var evidence = new ArrayList<PostId>();
        for (PostFacts post : history.posts()) {
            if (post.kind() == PostFacts.Kind.REPOST) {
                continue;
            }
            if (post.brands().contains(brand.brandId())) {
                about++;
                positive += post.sentiment() == SentimentLabel.POSITIVE ? 1 : 0;
                negative += post.sentiment() == SentimentLabel.NEGATIVE ? 1 : 0;
                evidence.add(post.id());
            } else if (post.sentiment() == SentimentLabel.POSITIVE
                    && post.brands().stream().anyMatch(brand.competitors()::contains)) {
                rivals++;
                evidence.add(post.id());
            }
        }
        int said = about + rivals;
        if (said == 0) {
            return ScoreText.unknown(
                    Component.Name.STANCE, "has not been seen to speak of the brand or its rivals");
        }
        double weight = said + Constants.STANCE_NEUTRAL_POSTS;
        double mean = (positive - negative - rivals) / weight;
        double error =
                Math.sqrt(
                        Math.max(Constants.STANCE_MIN_VARIANCE, said / weight - mean * mean)
                                / weight);
        double scale = Constants.STANCE_SCALE;
        return ScoreText.component(
                Component.Name.STANCE,
                table,
                100 * Normal.cumulative(scale * mean),
                100 * Normal.cumulative(scale * (mean - Normal.Z90 * error)),
                100 * Normal.cumulative(scale * (mean + Normal.Z90 * error)),
                reasons(about, positive, negative, rivals),
                evidence.stream().limit(ScoreTable.EVIDENCE).toList());
    }

    private static List<String> reasons(int about, int positive, int negative, int rivals) {
        var reasons = new ArrayList<String>();
        if (about > 0) {
            reasons.add(
                    "of "
                            + ScoreText.posts(about)
                            + " about the brand, "
                            + positive
                            + " read positive and "
                            + negative
                            + " negative");
        }
        if (rivals > 0) {
            reasons.add(ScoreText.posts(rivals) + " in praise of rivals");
        }
        return reasons;
    }
}
