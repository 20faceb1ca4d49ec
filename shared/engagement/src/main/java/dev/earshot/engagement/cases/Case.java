package dev.earshot.engagement.cases;

import dev.earshot.core.count.PostAnalysis;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A case as it stands: what its posts, its log and the workspace's settings amount to. Computed at
 * every read and stored nowhere, and the same whatever the time of the read is.
 *
 * @param need why somebody should look; empty where by the latest reading nobody has to
 * @param lead the post that says why, or the first one where none does any more
 * @param brands those that it is about
 * @param team a team's id, by assignment or else by routing
 * @param opened when the first post was taken up
 * @param changed when last something happened
 * @param history oldest first
 */
public record Case(
        CaseFile file,
        CaseState state,
        Optional<CaseRules.Need> need,
        Priority priority,
        PostAnalysis lead,
        List<String> brands,
        Optional<String> team,
        Optional<String> agent,
        Instant opened,
        Instant changed,
        Sla firstResponse,
        Sla resolution,
        List<Happening> history,
        Optional<CaseId> mergedInto,
        List<CaseId> mergedFrom) {
    /** The most urgent first: by points, then by what is due first, then the oldest. */
    public static final Comparator<Case> MOST_URGENT =
            Comparator.comparingInt((Case each) -> -each.priority.points())
                    .thenComparing(each -> each.nextDue().orElse(Instant.MAX))
                    .thenComparing(Case::id);

    public Case {
        brands = List.copyOf(brands);
        history = List.copyOf(history);
        mergedFrom = List.copyOf(mergedFrom);
    }

    /**
     * The case of a file. Empty where it is none any more: the post that began it is gone, its log
     * went with it, and what is left asks for nothing.
     *
     * @param episodes brands about which an alert is open
     */
    public static Optional<Case> of(CaseFile file, CaseSettings settings, Set<String> episodes) {
        return CaseReading.of(file, settings, episodes);
    }

    public CaseId id() {
        return file.id();
    }

    /** When the next of its open clocks is due. */
    public Optional<Instant> nextDue() {
        return Stream.of(firstResponse, resolution)
                .filter(clock -> clock.done().isEmpty())
                .flatMap(clock -> clock.due().stream())
                .min(Comparator.naturalOrder());
    }

    /** Whether something about it should have been done by then. */
    public boolean overdue(Instant now) {
        return state.open() && (firstResponse.overdue(now) || resolution.overdue(now));
    }
}
