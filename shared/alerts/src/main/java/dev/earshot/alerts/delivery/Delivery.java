package dev.earshot.alerts.delivery;

import dev.earshot.alerts.rule.Recipient;
import dev.earshot.core.WorkspaceId;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One notice on its way to one recipient.
 *
 * @param alert id of the notice
 * @param team that it is routed to
 * @param attempts made since it began or was begun again by hand
 * @param due when the next attempt is; empty once it has ended
 * @param log the latest attempts, oldest first, at most {@value #MAX_LOG}
 */
public record Delivery(
        WorkspaceId workspace,
        String alert,
        Recipient recipient,
        Optional<String> team,
        State state,
        int attempts,
        Optional<Instant> due,
        List<Attempt> log) {
    /** Attempts kept in the log: three rounds of all retries. */
    public static final int MAX_LOG = 30;

    /** How far a delivery has come. */
    public enum State {
        /** An attempt is due, or will be. */
        WAITING,
        /** The recipient has taken it. */
        DELIVERED,
        /** Every attempt failed, or none can succeed. It can be begun again by hand. */
        FAILED;

        /** The name used in JSON. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An attempt that was made.
     *
     * @param words how it ended
     */
    public record Attempt(Instant at, Duration took, String words) {}

    public Delivery {
        due = due.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
        log = List.copyOf(log);
    }

    /** A delivery that is due at a time. */
    public static Delivery begun(
            WorkspaceId workspace,
            String alert,
            Recipient recipient,
            Optional<String> team,
            Instant due) {
        return new Delivery(
                workspace, alert, recipient, team, State.WAITING, 0, Optional.of(due), List.of());
    }

    /**
     * Its name among the alert's deliveries. A webhook gets a notice once, whoever routes it there;
     * topic and bus get it once for each team, since their subscribers choose by team.
     */
    public String key() {
        return key(recipient, team);
    }

    /** The key of a delivery to a recipient for a team. */
    public static String key(Recipient recipient, Optional<String> team) {
        return recipient instanceof Recipient.ToWebhook
                ? recipient.key()
                : recipient.key() + team.map(name -> "@" + name).orElse("");
    }

    /** After an attempt. */
    public Delivery after(Answer answer, Instant at, Duration took) {
        int made = attempts + 1;
        List<Attempt> more = new ArrayList<>(log);
        more.add(new Attempt(at, took, answer.words()));
        List<Attempt> kept = more.subList(Math.max(0, more.size() - MAX_LOG), more.size());
        Optional<Instant> next =
                answer instanceof Answer.NotTaken(String why, Optional<Duration> after)
                        ? RetrySchedule.next(made, at, after)
                        : Optional.empty();
        State reached =
                answer instanceof Answer.Taken
                        ? State.DELIVERED
                        : next.isPresent() ? State.WAITING : State.FAILED;
        return new Delivery(workspace, alert, recipient, team, reached, made, next, kept);
    }

    /** Begun again by hand: all attempts anew, with the same id and the log kept. */
    public Delivery again(Instant now) {
        return new Delivery(
                workspace, alert, recipient, team, State.WAITING, 0, Optional.of(now), log);
    }
}
