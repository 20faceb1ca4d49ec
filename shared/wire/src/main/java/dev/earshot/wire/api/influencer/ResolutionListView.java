package dev.earshot.wire.api.influencer;

import java.time.Instant;
import java.util.List;

/** Who asked for pseudonyms, newest first. */
public record ResolutionListView(List<Entry> resolutions) {
    public ResolutionListView {
        resolutions = List.copyOf(resolutions);
    }

    /**
     * One question.
     *
     * @param caller what the audit calls the caller
     * @param person whom it was about, as a digest
     * @param purpose as the caller stated it
     * @param matched whether the account had the pseudonym
     */
    public record Entry(
            Instant at, String caller, String person, String purpose, boolean matched) {}
}
