package dev.earshot.queryapi.cases;

import dev.earshot.core.FieldException;
import dev.earshot.engagement.cases.CaseChange;
import dev.earshot.engagement.cases.CaseId;
import dev.earshot.engagement.cases.CaseState;
import dev.earshot.queryapi.http.Choices;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;

import java.util.List;
import java.util.Optional;

/** Reads what somebody wants to do with a case. Stateless. */
final class CaseChanges {
    private CaseChanges() {}

    /**
     * The change of a body: {@code to} with a {@code note}, where {@code assigned} takes {@code
     * team} and {@code agent}; or {@code answered} as true; or {@code mergeInto}; or a {@code note}
     * alone.
     */
    static CaseChange of(JsonObject body) {
        body.acceptOnly(List.of("to", "team", "agent", "note", "answered", "mergeInto"));
        Optional<String> to = body.text("to");
        Optional<String> note = body.text("note").filter(text -> !text.isBlank());
        Optional<String> team = body.text("team").filter(text -> !text.isBlank());
        Optional<String> agent = body.text("agent").filter(text -> !text.isBlank());
        Optional<String> into = body.text("mergeInto");
        boolean answered = Boolean.TRUE.equals(body.any("answered"));
        if ((to.isPresent() ? 1 : 0) + (into.isPresent() ? 1 : 0) + (answered ? 1 : 0) > 1) {
            throw ProblemException.parameter(
                    "to", "give one of to, answered and mergeInto, got several");
        }
        boolean assignment = team.isPresent() || agent.isPresent();
        Optional<CaseState> state =
                to.map(text -> Choices.of("to", text, CaseState.values(), CaseState::key));
        if (assignment && state.filter(s -> s != CaseState.ASSIGNED).isPresent()) {
            throw ProblemException.parameter(
                    "to", "to must be assigned where team or agent is given, got " + to.get());
        }
        if (assignment) {
            return new CaseChange.Assign(team, agent);
        }
        if (state.isPresent()) {
            return new CaseChange.Move(state.get(), note);
        }
        if (into.isPresent()) {
            return new CaseChange.MergeInto(other(into.get()));
        }
        if (answered) {
            return new CaseChange.Answer(note);
        }
        return new CaseChange.Note(
                note.orElseThrow(
                        () ->
                                ProblemException.parameter(
                                        "to",
                                        "give to, team, agent, answered, mergeInto or note")));
    }

    private static CaseId other(String text) {
        try {
            return new CaseId(text);
        } catch (FieldException e) {
            throw ProblemException.parameter("mergeInto", "mergeInto " + e.reason());
        }
    }
}
