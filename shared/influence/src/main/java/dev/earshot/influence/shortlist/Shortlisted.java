package dev.earshot.influence.shortlist;

import dev.earshot.core.FieldException;
import dev.earshot.core.post.AuthorRef;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * An author on a shortlist.
 *
 * @param list the list's id, as {@code spring-tea}: 1 to 64 letters, digits and hyphens, lower case
 * @param note why, in the team's words; at most {@value #MAX_NOTE} characters
 * @param by the caller who wrote the note
 */
public record Shortlisted(String list, AuthorRef author, String note, String by, Instant at) {
    public static final int MAX_NOTE = 500;
    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    public Shortlisted {
        checked(list);
        if (note.length() > MAX_NOTE) {
            throw new FieldException(
                    "note", "must have at most " + MAX_NOTE + " characters, got " + note.length());
        }
    }

    /** The same id, if it is one. */
    public static String checked(String list) {
        if (!ID.matcher(list).matches()) {
            throw new FieldException(
                    "id",
                    "must have 1 to 64 lower-case letters, digits and inner hyphens, such as"
                            + " 'spring-tea'");
        }
        return list;
    }
}
