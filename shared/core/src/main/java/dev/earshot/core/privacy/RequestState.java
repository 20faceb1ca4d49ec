package dev.earshot.core.privacy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a person's request stands; the words are those of the Data Rights Protocol 1.0. */
public enum RequestState {
    /** Received; the operator has not yet said how the person's identity was checked. */
    OPEN,
    /** Taken up: what can be done at once is done, the rest is under way. */
    IN_PROGRESS,
    FULFILLED,
    /** Refused, with the reason. */
    DENIED,
    /** Withdrawn by the person. */
    REVOKED,
    /** Given up, since the person did not show who is asking. */
    EXPIRED;

    /** Whether it may become the other. An erasure that was fulfilled may still be revoked. */
    boolean mayBecome(RequestState next) {
        return switch (this) {
            case OPEN -> next != OPEN && next != FULFILLED;
            case IN_PROGRESS -> next == FULFILLED || next == REVOKED;
            case FULFILLED -> next == REVOKED;
            case DENIED, REVOKED, EXPIRED -> false;
        };
    }

    /** Whether nothing more is to be done. */
    public boolean ended() {
        return this != OPEN && this != IN_PROGRESS;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RequestState> of(String key) {
        return Arrays.stream(values()).filter(state -> state.key().equals(key)).findFirst();
    }
}
