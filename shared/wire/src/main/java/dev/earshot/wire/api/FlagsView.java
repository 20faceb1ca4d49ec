package dev.earshot.wire.api;

import dev.earshot.core.text.Signal;
import dev.earshot.core.text.TextAnalysis;

import java.util.Optional;

/**
 * Whether a person should look at a post. It has no effect: no post is hidden, removed or left out
 * of any count.
 */
record FlagsView(boolean forReview, Optional<FlagView> offensive, Optional<FlagView> hateful) {
    /** The verdict of one head. */
    record FlagView(boolean flagged, double probability) {
        static FlagView of(Signal signal) {
            return new FlagView(signal.raised(), signal.probability());
        }
    }

    static Optional<FlagsView> of(TextAnalysis analysis) {
        return analysis.offensive().isEmpty() && analysis.hateful().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new FlagsView(
                                analysis.flagged(),
                                analysis.offensive().map(FlagView::of),
                                analysis.hateful().map(FlagView::of)));
    }
}
