package dev.earshot.influence.score;

/**
 * An author's place on a brand's board.
 *
 * @param rank from 1, by score
 */
public record RankedAuthor(int rank, ScoredAuthor author) {}
