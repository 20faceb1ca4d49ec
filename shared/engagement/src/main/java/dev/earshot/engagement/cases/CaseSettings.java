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
 */
public record CaseSettings(ServiceHours hours, Targets targets, List<Team> teams) {
    /** At most this many teams. */
    public static final int MAX_TEAMS = 100;

    /** Around the clock, the standard targets, no teams. */
    public static final CaseSettings STANDARD =
            new CaseSettings(ServiceHours.ALWAYS, Targets.STANDARD, List.of());

    public CaseSettings {
        teams = List.copyOf(teams);
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
