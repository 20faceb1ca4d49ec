package dev.earshot.cli.collect;

import dev.earshot.collect.state.Gap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far a source is, in lines for people. Stateless. */
final class StatusLines {
    private StatusLines() {}

    static List<String> of(
            Optional<Instant> completeUntil, Optional<String> error, List<Gap> gaps) {
        List<String> lines = new ArrayList<>();
        lines.add(
                completeUntil
                        .map(until -> "complete until " + until)
                        .orElse("not complete yet; the next run goes on"));
        error.ifPresent(why -> lines.add("last error: " + why));
        gaps.forEach(
                gap ->
                        lines.add(
                                "posts may be missing from "
                                        + gap.from()
                                        + " to "
                                        + gap.to()
                                        + ": "
                                        + gap.why()));
        return lines;
    }
}
