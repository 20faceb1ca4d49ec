package dev.earshot.core.audit;

import dev.earshot.core.Digests;

import java.util.List;
import java.util.Optional;

/**
 * A line of the log. Its hash covers the hash of the line before, so that a line which is changed,
 * left out or put in breaks every later one.
 *
 * @param number from 1, without gaps
 * @param before the hash of the line before; 64 zeros before the first
 * @param hash SHA-256 in hexadecimal digits
 */
public record AuditEntry(long number, AuditUse use, String before, String hash) {
    private static final String NOTHING = "0".repeat(64);

    /** The line that follows. */
    public static AuditEntry after(Optional<AuditEntry> last, AuditUse use) {
        long number = last.map(AuditEntry::number).orElse(0L) + 1;
        String before = last.map(AuditEntry::hash).orElse(NOTHING);
        return new AuditEntry(number, use, before, hash(number, use, before));
    }

    /** Lengths stand before the parts, so that none can run into the next. */
    private static String hash(long number, AuditUse use, String before) {
        var text = new StringBuilder(before).append('\n').append(number);
        for (String part :
                List.of(
                        use.at().toString(),
                        use.caller(),
                        use.action(),
                        use.subject(),
                        use.purpose(),
                        String.valueOf(use.granted()))) {
            text.append('\n').append(part.length()).append(' ').append(part);
        }
        return Digests.sha256(text.toString());
    }

    /**
     * What is wrong with a stretch of the log; empty if nothing is. Lines that have expired before
     * it, and lines that were cut off behind it, can't be told from the stretch alone: keep the
     * hash of a last line to tell the latter.
     *
     * @param entries ascending
     */
    public static Optional<String> fault(List<AuditEntry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            AuditEntry entry = entries.get(i);
            if (!entry.hash().equals(hash(entry.number(), entry.use(), entry.before()))) {
                return Optional.of("line " + entry.number() + " was changed");
            }
            if (i > 0) {
                AuditEntry last = entries.get(i - 1);
                if (entry.number() != last.number() + 1 || !entry.before().equals(last.hash())) {
                    return Optional.of(
                            "line "
                                    + entry.number()
                                    + " does not follow on line "
                                    + last.number()
                                    + ": something between them was removed, put in or replaced");
                }
            }
        }
        return entries.isEmpty()
                        || entries.getFirst().number() > 1
                        || entries.getFirst().before().equals(NOTHING)
                ? Optional.empty()
                : Optional.of("line 1 does not begin the log");
    }
}
