package dev.earshot.core.text;

import dev.earshot.core.Checks;

/**
 * Output of a yes-or-no head for a text.
 *
 * @param probability of yes, calibrated, in [0, 1]
 */
public record Signal(double probability, State state) {
    public Signal {
        Checks.inRange("probability", probability, 0, 1);
    }

    /** Whether the text has what the head looks for. */
    public boolean raised() {
        return state == State.YES;
    }

    /** The head's verdict: yes at its threshold or above, unless it is not sure enough. */
    public enum State {
        YES,
        NO,
        UNSURE
    }
}
