package dev.earshot.engagement.reply;

import dev.earshot.engagement.cases.Case;
import dev.earshot.engagement.cases.CaseKind;
import dev.earshot.engagement.cases.CaseState;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A few steps that often follow one another, for a person to take.
 *
 * @param steps in plain words; those that change the case are transitions of it
 * @param then the state that the last step moves the case to, if it moves it
 */
public record Macro(String id, String title, List<String> steps, Optional<CaseState> then) {
    public Macro {
        steps = List.copyOf(steps);
    }

    /** Those that fit a case as it stands, the likeliest first. */
    public static List<Macro> of(Case each) {
        List<Macro> fitting = new ArrayList<>();
        if (!each.state().open()) {
            fitting.add(
                    new Macro(
                            "reopen",
                            "Take it up again",
                            List.of("assign it to a person; that reopens it"),
                            Optional.of(CaseState.ASSIGNED)));
            return fitting;
        }
        Optional<CaseKind> kind = each.need().map(need -> need.kind());
        if (kind.filter(k -> k == CaseKind.SAFETY_OR_LEGAL).isPresent()) {
            fitting.add(
                    new Macro(
                            "escalate",
                            "Hand it to the colleagues in charge",
                            List.of(
                                    "assign it to their team",
                                    "note what is known",
                                    "answer only once they agree"),
                            Optional.of(CaseState.ASSIGNED)));
        }
        if (each.state() == CaseState.WAITING_FOR_CUSTOMER) {
            fitting.add(
                    new Macro(
                            "no-answer",
                            "Nothing came back",
                            List.of("remind once on the platform", "resolve it with a note"),
                            Optional.of(CaseState.RESOLVED)));
            return fitting;
        }
        fitting.add(
                new Macro(
                        "ask",
                        "Ask for what is missing",
                        List.of(
                                "post the draft, or your own words, on the platform",
                                "move the case to waiting_for_customer"),
                        Optional.of(CaseState.WAITING_FOR_CUSTOMER)));
        if (kind.filter(k -> k == CaseKind.QUESTION).isPresent()) {
            fitting.add(
                    new Macro(
                            "answer",
                            "Answer and resolve",
                            List.of("answer on the platform", "move the case to resolved"),
                            Optional.of(CaseState.RESOLVED)));
        }
        fitting.add(
                new Macro(
                        "nothing-to-do",
                        "Nobody has to answer",
                        List.of("close it with a note that says why"),
                        Optional.of(CaseState.CLOSED)));
        return fitting;
    }
}
