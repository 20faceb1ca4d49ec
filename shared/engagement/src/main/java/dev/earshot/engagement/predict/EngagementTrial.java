package dev.earshot.engagement.predict;

import java.util.List;

/**
 * How well predictions hold on the last part of posts, each made from the posts before it alone,
 * beside the trailing quantiles of its account's last ten.
 *
 * @param posts in all
 * @param judged the last 30 % of them
 */
public record EngagementTrial(int posts, int judged, Score model, Score trailing) {
    private static final double SPLIT = 0.7;
    private static final int LAST = 10;

    /**
     * Figures over the judged posts.
     *
     * @param spearman between predicted median and truth
     * @param pinball mean of those at 10, 50 and 90 %, in log(1 + responses)
     * @param coverage share within the band from 10 to 90 %
     */
    public record Score(double spearman, double pinball, double coverage) {}

    /** Judges the predictions of posts by a split in time. */
    public static EngagementTrial of(List<PastPost> posts) {
        History history = new History(posts);
        int split = (int) (SPLIT * posts.size());
        List<EngagementModel.Hindsight> judged =
                EngagementModel.hindsight(posts).stream()
                        .filter(each -> each.place() >= split)
                        .toList();
        List<EngagementModel.Hindsight> trailing =
                judged.stream()
                        .map(
                                each ->
                                        new EngagementModel.Hindsight(
                                                each.place(),
                                                new Quantiles(
                                                        history.before(each.place())
                                                                .trailing(LAST, 0.1),
                                                        history.before(each.place())
                                                                .trailing(LAST, 0.5),
                                                        history.before(each.place())
                                                                .trailing(LAST, 0.9)),
                                                each.target()))
                        .toList();
        return new EngagementTrial(posts.size(), judged.size(), score(judged), score(trailing));
    }

    private static Score score(List<EngagementModel.Hindsight> judged) {
        return new Score(
                Statistics.spearman(
                        judged.stream().mapToDouble(each -> each.said().median()).toArray(),
                        judged.stream().mapToDouble(EngagementModel.Hindsight::target).toArray()),
                judged.stream()
                        .mapToDouble(each -> each.said().pinball(each.target()))
                        .average()
                        .orElse(Double.NaN),
                judged.stream()
                        .mapToDouble(each -> each.said().covers(each.target()) ? 1 : 0)
                        .average()
                        .orElse(Double.NaN));
    }
}
