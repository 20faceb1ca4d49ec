package dev.earshot.influence.evidence;

import dev.earshot.influence.score.Constants;

import java.time.Duration;
import java.time.Instant;

/**
 * Probability that an account belongs to a person rather than having been made for sale, from its
 * public counts only. Accounts for sale follow many, have few followers, publish little and are
 * young (Cresci et al. 2015, "Fame for sale", whose strongest cheap features these are). The
 * coefficients are round numbers set by hand, not fitted: more followers at equal following, more
 * posts and a higher age raise the probability. {@code ./earshot eval influencers} prints how well
 * it separates two public data sets. Stateless.
 */
public final class Plausibility {

    private Plausibility() {}

    /** The probability, 0 to 1. Unknown values count as doubtful, not as typical. */
    static double of(Account account, Instant asOf) {
        if (account.followers().isEmpty() && account.posts().isEmpty()) {
            return Constants.ACCOUNT_UNKNOWN;
        }
        return 1 / (1 + Math.exp(-logit(account, asOf)));
    }

    /** The log-odds. */
    static double logit(Account account, Instant asOf) {
        double followers = account.followers().orElse(0);
        double following = account.following().orElse(0);
        double logit = Constants.ACCOUNT_INTERCEPT;
        logit +=
                Constants.ACCOUNT_FOLLOWERS_OVER_FOLLOWING
                        * Math.log(
                                (followers + Constants.ACCOUNT_FOLLOWERS_FLOOR)
                                        / (following + Constants.ACCOUNT_FOLLOWERS_FLOOR));
        logit +=
                account.posts().isPresent()
                        ? Constants.ACCOUNT_POSTS
                                * Math.log(
                                        (account.posts().getAsLong() + 1)
                                                / Constants.ACCOUNT_TYPICAL_POSTS)
                        : -Constants.ACCOUNT_POSTS;
        logit +=
                account.createdAt()
                        .map(
                                at ->
                                        Constants.ACCOUNT_AGE
                                                * Math.log(
                                                        ageDays(at, asOf)
                                                                / Constants
                                                                        .ACCOUNT_TYPICAL_AGE_DAYS))
                        .orElse(-Constants.ACCOUNT_AGE);
        return Math.clamp(logit, -Constants.ACCOUNT_MAX_LOGIT, Constants.ACCOUNT_MAX_LOGIT);
    }

    private static double ageDays(Instant createdAt, Instant asOf) {
        return Math.max(1, Duration.between(createdAt, asOf).toDays());
    }
}
