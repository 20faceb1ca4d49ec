package dev.earshot.reading.clause;

/**
 * A place where a text may be split.
 *
 * @param before index in {@link Word#of} of the first word after it
 * @param skipped how many words from there on, such as {@code but}, belong to neither side
 */
record Boundary(int before, int skipped, Kind kind) {
    /** Strength of a boundary, weakest first. */
    enum Kind {
        /** Between the items of a list: a comma or a conjunction. */
        ITEM,
        /** Between clauses joined by a comma or a conjunction. */
        CLAUSE,
        /** At a contrast: {@code but}, a semicolon, a dash. */
        CONTRAST,
        /** Between sentences or lines. */
        SENTENCE
    }
}
