package dev.earshot.platforms;

import dev.earshot.collect.feed.Answer;
import dev.earshot.collect.feed.Refusal;
import dev.earshot.collect.feed.UnreadableException;
import dev.earshot.collect.feed.Usage;
import dev.earshot.platforms.read.JsonAnswer;
import dev.earshot.wire.json.Field;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What Meta's Graph API says of its limits: shares of an hour's quota in headers, and errors by
 * number in bodies, mostly of status 400. Stateless.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/overview/rate-limiting/">Rate
 *     limits</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/error-handling/">Errors</a>
 */
final class MetaQuota {
    /** Of the app, the user, the page; custom limits. From 80000 on, of a business use case. */
    private static final Set<Long> QUOTA = Set.of(4L, 17L, 32L, 341L, 613L);

    private static final long BUSINESS_FIRST = 80_000;
    private static final long BUSINESS_LAST = 80_014;

    /** The token has expired, was withdrawn, or belongs to a session that ended. */
    private static final Set<Long> CREDENTIAL = Set.of(102L, 190L, 463L, 467L);

    /** An unknown error, and a service that is down. */
    private static final Set<Long> PASSING = Set.of(1L, 2L);

    private static final List<String> SHARES = List.of("call_count", "total_time", "total_cputime");

    private MetaQuota() {}

    /** Why an answer refuses. */
    static Optional<Refusal> refusal(Answer answer) {
        try {
            OptionalLong code = JsonAnswer.of(answer).root().at("error").at("code").wholeIfAny();
            return code.isEmpty() ? Optional.empty() : refusal(code.getAsLong(), answer);
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    private static Optional<Refusal> refusal(long code, Answer answer) {
        if (QUOTA.contains(code) || (code >= BUSINESS_FIRST && code <= BUSINESS_LAST)) {
            return Optional.of(new Refusal.Quota(usage(answer).flatMap(Usage::regain)));
        }
        if (CREDENTIAL.contains(code)) {
            return Optional.of(new Refusal.Credential());
        }
        if (code == 3 || code == 10 || (code >= 200 && code <= 299)) {
            return Optional.of(new Refusal.Rights());
        }
        return PASSING.contains(code) ? Optional.of(new Refusal.Passing()) : Optional.empty();
    }

    /** The least of what the headers say is left, of the app and of each business use case. */
    static Optional<Usage> usage(Answer answer) {
        Optional<Usage> least = Optional.empty();
        for (String name : List.of("x-app-usage", "x-page-usage", "x-business-use-case-usage")) {
            Optional<String> header = answer.header(name);
            if (header.isPresent()) {
                least = lesser(least, usage(header.get()));
            }
        }
        return least;
    }

    private static Optional<Usage> usage(String header) {
        try {
            Field root = JsonAnswer.of(header).root();
            Optional<Usage> least = share(root);
            for (String business : root.names()) {
                for (Field each : root.at(business).itemsIfAny()) {
                    least = lesser(least, share(each));
                }
            }
            return least;
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    /** Shares used in percent, which may pass 100, and minutes until access is back. */
    private static Optional<Usage> share(Field each) {
        OptionalLong used =
                SHARES.stream()
                        .map(name -> each.at(name).wholeIfAny())
                        .flatMapToLong(OptionalLong::stream)
                        .max();
        if (used.isEmpty()) {
            return Optional.empty();
        }
        long minutes = each.at("estimated_time_to_regain_access").wholeIfAny().orElse(0);
        return Optional.of(
                new Usage(
                        Math.clamp(100 - used.getAsLong(), 0, 100),
                        minutes > 0
                                ? Optional.of(Duration.ofMinutes(Math.min(minutes, 1_500)))
                                : Optional.empty()));
    }

    private static Optional<Usage> lesser(Optional<Usage> one, Optional<Usage> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().percentLeft() <= other.get().percentLeft() ? one : other;
    }
}
