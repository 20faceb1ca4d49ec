package dev.earshot.wire.api.brand;

import dev.earshot.wire.api.PostWithText;

import java.util.List;
import java.util.Optional;

/**
 * What a changed brand would gain and lose among stored posts.
 *
 * @param matched how many posts were compared
 * @param expired how many could not be, since their texts are no longer kept
 * @param next send it as {@code cursor} to compare more; empty at the end
 */
public record BrandPreviewView(
        String brand,
        int matched,
        int expired,
        List<ChangeView> gained,
        List<ChangeView> lost,
        Optional<String> next) {
    public BrandPreviewView {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
    }

    /** A post, and where terms of the brand stand in it. */
    public record ChangeView(PostWithText post, List<MentionView> mentions) {
        public ChangeView {
            mentions = List.copyOf(mentions);
        }
    }
}
