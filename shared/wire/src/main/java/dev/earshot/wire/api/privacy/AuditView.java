package dev.earshot.wire.api.privacy;

import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.audit.AuditUse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who has used which special right, ascending.
 *
 * @param intact whether every line's hash fits and follows on the line before
 * @param fault which does not
 */
public record AuditView(boolean intact, Optional<String> fault, List<Line> lines) {
    public AuditView {
        lines = List.copyOf(lines);
    }

    /** Lines, checked. */
    public static AuditView of(List<AuditEntry> entries) {
        Optional<String> fault = AuditEntry.fault(entries);
        return new AuditView(fault.isEmpty(), fault, entries.stream().map(Line::of).toList());
    }

    /** One line. */
    public record Line(
            long number,
            Instant at,
            String caller,
            String action,
            String subject,
            String purpose,
            boolean granted,
            String before,
            String hash) {
        static Line of(AuditEntry entry) {
            AuditUse use = entry.use();
            return new Line(
                    entry.number(),
                    use.at(),
                    use.caller(),
                    use.action(),
                    use.subject(),
                    use.purpose(),
                    use.granted(),
                    entry.before(),
                    entry.hash());
        }
    }
}
