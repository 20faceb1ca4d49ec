package dev.earshot.engagement.cases;

import dev.earshot.core.Checks;

import java.time.Instant;
import java.util.Optional;

/** What somebody did with a case: an entry of its log, which only grows. */
public sealed interface CaseEvent {
    /** Longest note, in UTF-16 units. */
    int MAX_NOTE = 2_000;

    /** Longest name of a team or person. */
    int MAX_NAME = 200;

    /** When, in milliseconds' resolution. */
    Instant at();

    /** The caller's name, as in the audit. */
    String by();

    /**
     * Handed to a team, a person, or both; in place of whom it was with before.
     *
     * @param team a team's id
     */
    record Assigned(Instant at, String by, Optional<String> team, Optional<String> agent)
            implements CaseEvent {
        public Assigned {
            Checks.name("by", by, MAX_NAME);
            team.ifPresent(name -> Checks.name("team", name, MAX_NAME));
            agent.ifPresent(name -> Checks.name("agent", name, MAX_NAME));
        }
    }

    /** Moved to another state. */
    record Moved(Instant at, String by, CaseState to, Optional<String> note) implements CaseEvent {
        public Moved {
            Checks.name("by", by, MAX_NAME);
            note.ifPresent(CaseEvent::checkNote);
        }
    }

    /** Somebody answered on the platform, and the case stays where it is. */
    record Answered(Instant at, String by, Optional<String> note) implements CaseEvent {
        public Answered {
            Checks.name("by", by, MAX_NAME);
            note.ifPresent(CaseEvent::checkNote);
        }
    }

    /** A remark. */
    record Noted(Instant at, String by, String note) implements CaseEvent {
        public Noted {
            Checks.name("by", by, MAX_NAME);
            checkNote(note);
        }
    }

    /** Goes on under another case. */
    record MergedInto(Instant at, String by, CaseId other) implements CaseEvent {
        public MergedInto {
            Checks.name("by", by, MAX_NAME);
        }
    }

    /** Goes on for another case, too. */
    record MergedFrom(Instant at, String by, CaseId other) implements CaseEvent {
        public MergedFrom {
            Checks.name("by", by, MAX_NAME);
        }
    }

    private static void checkNote(String note) {
        Checks.name("note", note.replaceAll("[\r\n\t]", " "), MAX_NOTE);
    }
}
