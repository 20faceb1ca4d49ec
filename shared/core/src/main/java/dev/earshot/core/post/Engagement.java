package dev.earshot.core.post;

import dev.earshot.core.Checks;

import java.util.OptionalLong;

/** How a post was received when it was last seen; each count is 0 or more, empty where unknown. */
public record Engagement(
        OptionalLong likes,
        OptionalLong replies,
        OptionalLong reposts,
        OptionalLong quotes,
        OptionalLong views) {
    /** Nothing known. */
    public static final Engagement UNKNOWN =
            new Engagement(
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty());

    public Engagement {
        likes.ifPresent(n -> Checks.notNegative("likes", n));
        replies.ifPresent(n -> Checks.notNegative("replies", n));
        reposts.ifPresent(n -> Checks.notNegative("reposts", n));
        quotes.ifPresent(n -> Checks.notNegative("quotes", n));
        views.ifPresent(n -> Checks.notNegative("views", n));
    }

    /** Likes, replies, reposts and quotes together; unknown ones count 0. */
    public long interactions() {
        return likes.orElse(0) + replies.orElse(0) + reposts.orElse(0) + quotes.orElse(0);
    }

    /** Whether any count of {@link #interactions} is known. */
    public boolean tellsInteractions() {
        return likes.isPresent()
                || replies.isPresent()
                || reposts.isPresent()
                || quotes.isPresent();
    }
}
