package dev.earshot.evaluation.influence.world;

import dev.earshot.core.post.Platform;

import java.util.Locale;

/** What a creator may buy or arrange to look more influential, or a better fit, than it is. */
public enum Attack {
    /** Bought followers that arrive in one to three steps. */
    STEP_FOLLOWERS(true),
    /** Bought followers that arrive a few a day. */
    DRIP_FOLLOWERS(true),
    /** Bought likes. */
    LIKES(true),
    /** A circle of creators who each comment three posts of each other. */
    POD_THRICE(true),
    /** A circle of creators who each comment one post of each other. */
    POD_ONCE(true),
    /** Comments by fresh accounts within the first minutes. */
    BOTS_FAST(true),
    /** Comments by fresh accounts over hours, in varied words. */
    BOTS_SLOW(true),
    /** Fifteen old accounts with followers that comment and like most posts. */
    AGED_ACCOUNTS(false),
    /** The same, and each comment names the brand. */
    AGED_NAMING(false),
    /** The brand's published values in each post. */
    STUFFED_VALUES(false),
    /** Views withheld from now on and for all earlier posts. */
    HIDDEN_VIEWS(false);

    private final boolean fake;

    Attack(boolean fake) {
        this.fake = fake;
    }

    /** Whether authenticity ought to see it: bought or arranged numbers, not words. */
    public boolean isFake() {
        return fake;
    }

    /** Whether a platform states anything that the attack changes. */
    public boolean showsOn(Platform platform) {
        return switch (this) {
            case STEP_FOLLOWERS, DRIP_FOLLOWERS -> Law.tellsFollowers(platform);
            default -> true;
        };
    }

    /** The name as printed. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
