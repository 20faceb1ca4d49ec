package dev.earshot.influence.score;

import java.util.ArrayList;
import java.util.List;

/**
 * The ranks that an author may have, where scores are estimates: two that lie closer than their
 * intervals tell apart are tied. The distance that tells two apart at 90 % is the hypotenuse of the
 * half-intervals that face each other, as for a difference of independent estimates.
 *
 * @param first from 1
 * @param last at least {@code first}
 */
public record RankRange(int first, int last) {
    public RankRange {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException(
                    "ranks must be from 1 and in order, got " + first + " to " + last);
        }
    }

    /** A score with the ends of its interval. */
    public record Estimate(double score, double low, double high) {
        /** Whether nothing tells which of the two is better. */
        public boolean ties(Estimate other) {
            return score >= other.score
                    ? score - other.score <= Math.hypot(score - low, other.high - other.score)
                    : other.ties(this);
        }
    }

    /**
     * The ranges of a board, or of a part of one: ties with somebody who is not given are not seen.
     *
     * @param firstRank rank of the first
     * @param board the highest score first
     */
    public static List<RankRange> of(int firstRank, List<Estimate> board) {
        var ranges = new ArrayList<RankRange>();
        for (int i = 0; i < board.size(); i++) {
            int first = i;
            int last = i;
            for (int j = 0; j < board.size(); j++) {
                if (board.get(i).ties(board.get(j))) {
                    first = Math.min(first, j);
                    last = Math.max(last, j);
                }
            }
            ranges.add(new RankRange(firstRank + first, firstRank + last));
        }
        return ranges;
    }

    /** {@code 3}, or {@code 3 to 9}. */
    public String text() {
        return first == last ? Integer.toString(first) : first + " to " + last;
    }
}
