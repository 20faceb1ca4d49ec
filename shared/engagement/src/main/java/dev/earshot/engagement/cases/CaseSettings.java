package dev.earshot.engagement.cases;

import dev.earshot.core.FieldException;
import dev.earshot.engagement.hours.ServiceHours;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a workspace works on its cases.
 *
 * @param teams in the order in which they are asked; a case goes to the first that takes it
 * @param recipients who is told of each change, as the alerts name recipients: {@code
 *     webhook:<id>}, {@code email}, {@code events}
 */
public record CaseSettings(
        ServiceHours hours, Targets targets, List<Team> teams, List<String> recipients) {
    /** At most this many teams. */
    public static final int MAX_TEAMS = 100;

    /** At most this many recipients. */
    public static final int MAX_RECIPIENTS = 20;

    /** Around the clock, the standard targets, no teams, and nobody is told. */
    public static final CaseSettings STANDARD =
            new CaseSettings(ServiceHours.ALWAYS, Targets.STANDARD, List.of(), List.of());

    public CaseSettings {
        teams = List.copyOf(teams);
        recipients = recipients.stream().distinct().toList();
        if (recipients.size() > MAX_RECIPIENTS) {
            throw new FieldException(
                    "recipients",
                    "must hold at most " + MAX_RECIPIENTS + ", got " + recipients.size());
        }
        if (teams.size() > MAX_TEAMS) {
            throw new FieldException(
                    "teams", "must hold at most " + MAX_TEAMS + ", got " + teams.size());
        }
        Set<String> ids = new HashSet<>();
        for (Team team : teams) {
            if (!ids.add(team.id())) {
                throw new FieldException(
                        "teams", "must have ids of their own, got two of '" + team.id() + "'");
            }
        }
    }
}
