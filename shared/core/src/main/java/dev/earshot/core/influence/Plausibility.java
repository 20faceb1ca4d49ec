package dev.earshot.core.influence;

import java.time.Duration;
import java.time.Instant;

/**
 * How likely an account is a person's rather than made for sale, from its public counts alone. Accounts
 * for sale follow many and are followed by few, publish little and are young (Cresci et al. 2015,
 * "Fame for sale", whose strongest cheap features these are). The coefficients are round numbers
 * set by hand: doubling followers at equal following, or posts, or age, speaks for the account; nothing
 * was fitted. {@code ./earshot eval influencers} prints how well it separates on two public sets.
 * Stateless.
 */
final class Plausibility {
    /** For an account of which nothing is known: less than for most that are known. */
    static final double UNKNOWN = .5;

    private static final double INTERCEPT = 1.5;
    private static final double FOLLOWERS_OVER_FOLLOWING = .7;
    private static final double POSTS = .5;
    private static final double AGE = .3;
    private static final double TYPICAL_POSTS = 50;
    private static final double TYPICAL_AGE_DAYS = 365;

    private Plausibility() {}

    /** 0 to 1. What is unknown of an account counts as on the doubtful side, not as typical. */
    static double of(Account account, Instant asOf) {
        if (account.followers().isEmpty() && account.posts().isEmpty()) {
            return UNKNOWN;
        }
        return 1 / (1 + Math.exp(-logit(account, asOf)));
    }

    /** The log-odds. */
    static double logit(Account account, Instant asOf) {
        double followers = account.followers().orElse(0);
        double following = account.following().orElse(0);
        double logit = INTERCEPT;
        logit += FOLLOWERS_OVER_FOLLOWING * Math.log((followers + 10) / (following + 10));
        logit +=
                account.posts().isPresent()
                        ? POSTS * Math.log((account.posts().getAsLong() + 1) / TYPICAL_POSTS)
                        : -POSTS;
        logit +=
                account.createdAt()
                        .map(at -> AGE * Math.log(ageDays(at, asOf) / TYPICAL_AGE_DAYS))
                        .orElse(-AGE);
        return Math.clamp(logit, -6, 6);
    }

    private static double ageDays(Instant createdAt, Instant asOf) {
        return Math.max(1, Duration.between(createdAt, asOf).toDays());
    }
}
