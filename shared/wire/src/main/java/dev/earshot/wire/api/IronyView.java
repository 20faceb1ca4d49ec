package dev.earshot.wire.api;

import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Signal;

import java.util.Optional;

/**
 * Whether a post is ironic: {@code ironic}, {@code not_ironic}, or {@code abstain}.
 *
 * @param note present where irony could invert the sentiment; irony alone never changes it
 */
record IronyView(String label, double probability, Optional<String> note) {
    private static final String NOTE =
            "sarcasm could turn the sentiment round; it was left as read";

    static Optional<IronyView> of(Reading.Read read) {
        return read.analysis()
                .irony()
                .map(
                        irony ->
                                new IronyView(
                                        label(irony),
                                        irony.probability(),
                                        read.mayBeMeantOtherwise()
                                                ? Optional.of(NOTE)
                                                : Optional.empty()));
    }

    private static String label(Signal irony) {
        return switch (irony.state()) {
            case YES -> "ironic";
            case NO -> "not_ironic";
            case UNSURE -> "abstain";
        };
    }
}
