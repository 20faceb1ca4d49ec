package dev.earshot.engagement.cases;

import dev.earshot.core.WorkspaceId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Lists cases, newest or most urgent first. Thread-safe. */
public final class CaseList {
    /** The order by urgency looks at no more than this many cases. */
    public static final int MAX_RANKED = 5_000;

    private final CaseStore store;
    private final OpenEpisodes episodes;

    public CaseList(CaseStore store, OpenEpisodes episodes) {
        this.store = store;
        this.episodes = episodes;
    }

    /**
     * Some cases.
     *
     * @param last where to go on; empty at the end
     */
    public record Found(List<Case> cases, Optional<CaseId> last) {
        public Found {
            cases = List.copyOf(cases);
        }
    }

    /**
     * Cases whose conversation began in [from, to), newest first.
     *
     * @param after go on after this one
     * @param limit 1 to {@value CaseStore#MAX_PAGE}
     */
    public Found newest(
            WorkspaceId workspace,
            Instant from,
            Instant to,
            Predicate<Case> wanted,
            Optional<CaseId> after,
            int limit) {
        List<Case> found = new ArrayList<>();
        Reader reader = new Reader(workspace, from, to, after);
        while (found.size() < limit) {
            Optional<CaseFile> next = reader.next();
            if (next.isEmpty()) {
                return new Found(found, Optional.empty());
            }
            reader.read(next.get()).filter(wanted).ifPresent(found::add);
        }
        return new Found(found, Optional.of(found.getLast().id()));
    }

    /**
     * The most urgent of the cases whose conversation began in [from, to): of the newest {@value
     * #MAX_RANKED} if there are more.
     *
     * @return all that are wanted, most urgent first; {@code last} is where the look ended early
     */
    public Found mostUrgent(
            WorkspaceId workspace, Instant from, Instant to, Predicate<Case> wanted) {
        List<Case> found = new ArrayList<>();
        Reader reader = new Reader(workspace, from, to, Optional.empty());
        Optional<CaseId> last = Optional.empty();
        for (int seen = 0; ; seen++) {
            Optional<CaseFile> next = reader.next();
            if (next.isEmpty()) {
                return new Found(sorted(found), Optional.empty());
            }
            if (seen == MAX_RANKED) {
                return new Found(sorted(found), last);
            }
            last = next.map(CaseFile::id);
            reader.read(next.get()).filter(wanted).ifPresent(found::add);
        }
    }

    private static List<Case> sorted(List<Case> cases) {
        return cases.stream().sorted(Case.MOST_URGENT).toList();
    }

    /** Reads files page by page. */
    private final class Reader {
        private final WorkspaceId workspace;
        private final Instant from;
        private final Instant to;
        private final CaseSettings settings;
        private final Set<String> alerted;
        private List<CaseFile> page = List.of();
        private int place;
        private Optional<CaseId> after;
        private boolean ended;

        Reader(WorkspaceId workspace, Instant from, Instant to, Optional<CaseId> after) {
            this.workspace = workspace;
            this.from = from;
            this.to = to;
            this.after = after;
            this.settings = store.settings(workspace).orElse(CaseSettings.STANDARD);
            this.alerted = episodes.brands(workspace);
        }

        Optional<CaseFile> next() {
            if (place == page.size() && !ended) {
                page = store.list(workspace, from, to, after, CaseStore.MAX_PAGE);
                ended = page.size() < CaseStore.MAX_PAGE;
                place = 0;
            }
            if (place == page.size()) {
                return Optional.empty();
            }
            CaseFile file = page.get(place++);
            after = Optional.of(file.id());
            return Optional.of(file);
        }

        Optional<Case> read(CaseFile file) {
            return Case.of(file, settings, alerted);
        }
    }
}
