package dev.earshot.engagement.cases;

import java.util.Optional;

/** What somebody wants to do with a case. */
public sealed interface CaseChange {
    /** Hand it to a team, a person or both; at least one. */
    record Assign(Optional<String> team, Optional<String> agent) implements CaseChange {}

    /** Move it to another state; from resolved or closed that reopens it. */
    record Move(CaseState to, Optional<String> note) implements CaseChange {}

    /** Record that somebody answered on the platform. */
    record Answer(Optional<String> note) implements CaseChange {}

    /** Add a remark. */
    record Note(String note) implements CaseChange {}

    /** Let another case go on for this one. */
    record MergeInto(CaseId other) implements CaseChange {}
}
