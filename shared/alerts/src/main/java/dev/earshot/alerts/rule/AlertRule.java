package dev.earshot.alerts.rule;

import dev.earshot.core.Checks;
import dev.earshot.core.FieldException;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.TrendKind;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is told of which episodes.
 *
 * @param id chosen by whoever sets it
 * @param brand whose episodes; empty for all brands of the workspace. What rose with many brands at
 *     once ({@link Episode#ALL_BRANDS}) is told under every rule of its kind
 * @param kinds of episode; empty for all
 * @param resolved whether the end of an episode that was told is told too
 * @param team for routing: passed on with the alert; empty for none
 * @param since changes before this time are history, and told to nobody
 */
public record AlertRule(
        String id,
        Optional<String> brand,
        Set<TrendKind> kinds,
        Threshold threshold,
        Optional<QuietHours> quietHours,
        Again again,
        boolean resolved,
        List<Recipient> recipients,
        Optional<String> team,
        Instant since) {
    /** At most this many recipients. */
    public static final int MAX_RECIPIENTS = 20;

    public AlertRule {
        Checks.id("id", id);
        kinds = Set.copyOf(kinds);
        recipients = recipients.stream().distinct().toList();
        team.ifPresent(name -> Checks.name("team", name, 64));
        if (recipients.isEmpty() || recipients.size() > MAX_RECIPIENTS) {
            throw new FieldException(
                    "recipients",
                    "must name 1 to " + MAX_RECIPIENTS + " recipients, got " + recipients.size());
        }
    }

    /** Whether episodes like this one are its matter, large or small. */
    public boolean covers(Episode episode) {
        return (kinds.isEmpty() || kinds.contains(episode.kind()))
                && (brand.isEmpty()
                        || brand.get().equals(episode.brand())
                        || episode.brand().equals(Episode.ALL_BRANDS));
    }

    /** The same rule, in force from a time on. */
    public AlertRule from(Instant time) {
        return new AlertRule(
                id, brand, kinds, threshold, quietHours, again, resolved, recipients, team, time);
    }
}
