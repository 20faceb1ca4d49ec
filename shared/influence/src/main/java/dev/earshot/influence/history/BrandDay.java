package dev.earshot.influence.history;

import dev.earshot.core.Checks;

/**
 * What one author published about one brand on one day. Additive under {@link #plus} (a commutative
 * group), so it can be stored as a sum of partial counts.
 *
 * @param posts number of live posts that mention the brand
 * @param negative number of them with negative sentiment
 * @param positive number of them with positive sentiment
 * @param interactions total likes, replies, reposts and quotes of those posts when last seen
 */
public record BrandDay(long posts, long negative, long positive, long interactions) {
    /** A day without posts. */
    public static final BrandDay NONE = new BrandDay(0, 0, 0, 0);

    public BrandDay {
        Checks.notNegative("posts", posts);
        Checks.notNegative("negative", negative);
        Checks.notNegative("positive", positive);
        Checks.notNegative("interactions", interactions);
    }

    /** The sum of the two. */
    public BrandDay plus(BrandDay other) {
        return new BrandDay(
                posts + other.posts,
                negative + other.negative,
                positive + other.positive,
                interactions + other.interactions);
    }
}
