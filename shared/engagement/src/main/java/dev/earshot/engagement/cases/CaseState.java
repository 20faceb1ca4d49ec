package dev.earshot.engagement.cases;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a case stands. */
public enum CaseState {
    NEW,
    ASSIGNED,
    WAITING_FOR_CUSTOMER,
    RESOLVED,
    CLOSED;

    /** States that somebody may move a case to from this one. */
    public Set<CaseState> next() {
        return switch (this) {
            case NEW -> EnumSet.of(ASSIGNED, WAITING_FOR_CUSTOMER, RESOLVED, CLOSED);
            case ASSIGNED -> EnumSet.of(NEW, ASSIGNED, WAITING_FOR_CUSTOMER, RESOLVED, CLOSED);
            case WAITING_FOR_CUSTOMER -> EnumSet.of(NEW, ASSIGNED, RESOLVED, CLOSED);
            case RESOLVED -> EnumSet.of(NEW, ASSIGNED, CLOSED);
            case CLOSED -> EnumSet.of(NEW, ASSIGNED);
        };
    }

    /** The state of that key. */
    public static Optional<CaseState> of(String key) {
        return Arrays.stream(values()).filter(state -> state.key().equals(key)).findFirst();
    }

    /** Whether somebody still has to do something about it. */
    public boolean open() {
        return this == NEW || this == ASSIGNED || this == WAITING_FOR_CUSTOMER;
    }

    /** The name used in keys and JSON: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
