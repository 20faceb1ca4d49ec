package dev.earshot.reading.clause;

/**
 * A place where a text may be parted.
 *
 * @param before index of the first word behind it, counted over {@link Word#of}
 * @param skipped how many words from there on, such as {@code but}, belong to neither side
 */
record Boundary(int before, int skipped, Kind kind) {
    /** How strongly it parts, weakest first. */
    enum Kind {
        /** Between the items of a list: a comma or a joining word. */
        ITEM,
        /** Between clauses that a comma or a joining word holds together. */
        CLAUSE,
        /** Where the sentence turns: {@code but}, a semicolon, a dash. */
        TURN,
        /** Between sentences or lines. */
        SENTENCE
    }
}
