package dev.earshot.core.privacy;

/**
 * A place in a text that tells of a person.
 *
 * @param start offset of its first UTF-16 unit
 * @param end offset after its last
 * @param kind what it is
 * @param rule what found it, such as {@code PL_PESEL}
 */
public record PiiSpan(int start, int end, PiiKind kind, String rule) {
    public PiiSpan {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "a span must have 0 <= start < end, got " + start + " and " + end);
        }
    }

    /** Its number of UTF-16 units. */
    public int length() {
        return end - start;
    }

    /** Whether it shares a unit with the units from {@code from} to before {@code to}. */
    public boolean overlaps(int from, int to) {
        return start < to && from < end;
    }
}
