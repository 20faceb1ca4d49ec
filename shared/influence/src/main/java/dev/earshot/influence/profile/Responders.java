package dev.earshot.influence.profile;

import dev.earshot.influence.profile.Cells.Cell;

import java.util.List;

/**
 * The accounts that respond to a creator, told as groups alone ({@link Cells}).
 *
 * @param languages BCP-47 tags by share; the rest has no name, and the share of those whose
 *     language is {@value #UNKNOWN} is left out
 * @param hours blocks of four hours in UTC, such as {@code 16-20}, by the share of accounts that
 *     mostly respond in them
 */
public record Responders(List<Cell> languages, List<Cell> hours) {
    /** Hours of a block. */
    public static final int BLOCK_HOURS = 4;

    /** The tag of a language that nobody could tell. */
    public static final String UNKNOWN = "und";

    public Responders {
        languages = languages.stream().filter(cell -> !cell.name().equals(UNKNOWN)).toList();
        hours = List.copyOf(hours);
    }
}
