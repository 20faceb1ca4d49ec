package dev.earshot.influence.profile;

import dev.earshot.core.Checks;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.influence.evidence.Account;
import dev.earshot.influence.evidence.AuthorHistory;
import dev.earshot.influence.evidence.Responses;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of a creator beside the score. It changes no score. Immutable.
 *
 * @param growth followers by week, oldest first, at most {@value #MOST_WEEKS}; a week in which
 *     nobody saw them is missing
 * @param people distinct people behind the responses that count, copies, circles and accounts made
 *     for sale taken out
 * @param responders languages and hours of those who respond; empty for fewer than {@value
 *     Cells#LEAST}
 * @param suspicion the responses that look traded, copied or bought
 * @param partnerships brands that the creator's posts advertise, the latest first
 */
public record CreatorProfile(
        List<Growth> growth,
        double people,
        Optional<Responders> responders,
        Suspicion suspicion,
        List<Partnership> partnerships) {
    /** A year. */
    public static final int MOST_WEEKS = 52;

    private static final int DAYS_A_WEEK = 7;

    public CreatorProfile {
        Checks.inRange("people", people, 0, Double.MAX_VALUE);
        growth = List.copyOf(growth);
        partnerships = List.copyOf(partnerships);
    }

    /**
     * Followers as stated.
     *
     * @param day of the week's last sighting
     */
    public record Growth(LocalDate day, long followers) {}

    /** The profile of a history as of a given time; later days are left out. */
    public static CreatorProfile of(
            AuthorHistory history, Map<AuthorRef, Account> accounts, Instant asOf) {
        Responses responses = Responses.of(history, accounts, asOf);
        return new CreatorProfile(
                growth(history, asOf),
                responses.people(),
                Responders.of(history.received(), accounts),
                Suspicion.of(responses),
                Partnership.of(history.posts()));
    }

    private static List<Growth> growth(AuthorHistory history, Instant asOf) {
        LocalDate end = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        var weeks = new TreeMap<Long, Growth>();
        for (var day : history.days()) {
            long age = ChronoUnit.DAYS.between(day.day(), end);
            if (age >= 0 && age < (long) MOST_WEEKS * DAYS_A_WEEK) {
                // Days ascend, so the last sighting of a week stays.
                day.followers()
                        .ifPresent(
                                seen ->
                                        weeks.put(
                                                -(age / DAYS_A_WEEK), new Growth(day.day(), seen)));
            }
        }
        return List.copyOf(weeks.values());
    }
}
