package dev.earshot.wire.api.influencer;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Which authors together reach the most distinct accounts for a budget.
 *
 * @param brand its id
 * @param cost of all that are chosen, at most {@code budget}
 * @param reach distinct accounts that they reach
 * @param overlap accounts that are counted more than once in the sum of their audiences
 * @param costEach {@code cost} by distinct account that is reached; empty where none is
 * @param sampled whether reach and overlap are estimated from a sample of accounts
 * @param unknown pseudonyms of authors without a score for the brand; none of them is chosen
 */
public record PortfolioView(
        String brand,
        double budget,
        List<Chosen> chosen,
        double cost,
        double reach,
        double overlap,
        OptionalDouble costEach,
        boolean sampled,
        List<String> unknown) {
    public PortfolioView {
        chosen = List.copyOf(chosen);
        unknown = List.copyOf(unknown);
    }

    /**
     * One author.
     *
     * @param author pseudonym
     * @param audience accounts that are known to have reacted
     * @param score 0 to 100
     * @param interval the lower and upper end of its 90 % interval
     */
    public record Chosen(
            String author, double price, int audience, double score, List<Double> interval) {}
}
