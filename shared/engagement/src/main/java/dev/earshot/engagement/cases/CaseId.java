package dev.earshot.engagement.cases;

import dev.earshot.core.Digests;
import dev.earshot.core.FieldException;
import dev.earshot.core.count.Conversation;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The id of a case, made from the conversation's first post: nine base-36 digits of the time at
 * which it was published, so that ids sort by time, and ten hexadecimal digits of the post's id.
 * Equal conversations have equal ids, so nothing can open one case twice.
 */
public record CaseId(String value) implements Comparable<CaseId> {
    private static final Pattern FORM = Pattern.compile("[0-9a-z]{9}-[0-9a-f]{10}");
    private static final int TIME_DIGITS = 9;
    private static final int RADIX = 36;

    public CaseId {
        if (!FORM.matcher(value).matches()) {
            throw new FieldException(
                    "case",
                    "must be an id such as 0mfk2p3q1-0123456789, got '"
                            + value.substring(0, Math.min(40, value.length()))
                            + "'");
        }
    }

    public static CaseId of(Conversation conversation) {
        return new CaseId(
                time(conversation.begun())
                        + "-"
                        + Digests.sha256(conversation.first().toString()).substring(0, 10));
    }

    /** When the conversation began, in milliseconds' resolution. */
    public Instant begun() {
        return Instant.ofEpochMilli(Long.parseLong(value.substring(0, TIME_DIGITS), RADIX));
    }

    /** What the ids of conversations that began then begin with. */
    public static String time(Instant begun) {
        String digits = Long.toString(Math.max(0, begun.toEpochMilli()), RADIX);
        return "0".repeat(TIME_DIGITS - digits.length()) + digits.toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(CaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
