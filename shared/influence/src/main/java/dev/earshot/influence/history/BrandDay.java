package dev.earshot.influence.history;

import dev.earshot.core.Checks;

/**
 * What one author published about one brand on one day. A commutative group under {@link #plus}, so
 * it may be kept as a sum of partial counts.
 *
 * @param posts live posts that mention the brand
 * @param negative how many of them read negative
 * @param positive how many of them read positive
 * @param interactions likes, replies, reposts and quotes that those posts were last seen with
 */
public record BrandDay(long posts, long negative, long positive, long interactions) {
    /** Nothing. */
    public static final BrandDay NONE = new BrandDay(0, 0, 0, 0);

    public BrandDay {
        Checks.notNegative("posts", posts);
        Checks.notNegative("negative", negative);
        Checks.notNegative("positive", positive);
        Checks.notNegative("interactions", interactions);
    }

    /** The sum of both. */
    public BrandDay plus(BrandDay other) {
        return new BrandDay(
                posts + other.posts,
                negative + other.negative,
                positive + other.positive,
                interactions + other.interactions);
    }
}
