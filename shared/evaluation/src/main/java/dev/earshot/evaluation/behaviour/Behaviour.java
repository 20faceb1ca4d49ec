package dev.earshot.evaluation.behaviour;

import java.util.List;

/**
 * One row of the suite.
 *
 * @param name what is tested
 * @param published failure rates in per cent of Amazon's, Google's and Microsoft's services for the
 *     like row of Ribeiro et al. (2020, table 1); empty where that table has none
 * @param cases what the model is tried on
 */
record Behaviour(String name, List<Double> published, List<Case> cases) {
    Behaviour {
        published = List.copyOf(published);
        cases = List.copyOf(cases);
        if (!published.isEmpty() && published.size() != 3) {
            throw new IllegalArgumentException("published must hold 3 rates or none: " + published);
        }
    }

    /**
     * One trial.
     *
     * @param first the sentence, or the one before the change
     * @param second after the change; the same as {@code first} where there is no change
     */
    record Case(Expectation expectation, String first, String second) {}
}
