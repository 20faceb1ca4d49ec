package dev.earshot.engagement.cases;

import dev.earshot.core.post.Platform;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which cases are asked for; what is empty takes all.
 *
 * @param states empty for all
 * @param leastPriority this level or a more urgent one
 * @param overdueAt only those of which something should have been done by then
 */
public record CaseFilter(
        Set<CaseState> states,
        Optional<CaseKind> kind,
        Optional<String> brand,
        Optional<Platform> platform,
        Optional<String> team,
        Optional<String> agent,
        Optional<Priority.Level> leastPriority,
        Optional<Instant> overdueAt) {
    public CaseFilter {
        states = Set.copyOf(states);
    }

    /** Takes every case. */
    public static final CaseFilter ALL =
            new CaseFilter(
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** Whether a case fits. */
    public boolean takes(Case each) {
        return (states.isEmpty() || states.contains(each.state()))
                && kind.map(k -> each.need().filter(need -> need.kind() == k).isPresent())
                        .orElse(true)
                && brand.map(each.brands()::contains).orElse(true)
                && platform.map(p -> p == each.lead().id().platform()).orElse(true)
                && team.map(t -> each.team().filter(t::equals).isPresent()).orElse(true)
                && agent.map(a -> each.agent().filter(a::equals).isPresent()).orElse(true)
                && leastPriority
                        .map(level -> each.priority().level().compareTo(level) <= 0)
                        .orElse(true)
                && overdueAt.map(each::overdue).orElse(true);
    }
}
