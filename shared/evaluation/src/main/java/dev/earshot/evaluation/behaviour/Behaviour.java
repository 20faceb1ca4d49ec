package dev.earshot.evaluation.behaviour;

import java.util.List;

/**
 * One row of the suite.
 *
 * @param name what is tested
 * @param published failure rates of Amazon's, Google's and Microsoft's services, in per cent, in
 *     the corresponding row of Ribeiro et al. (2020, table 1); empty if that table has none
 * @param cases the test cases
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
     * One test case.
     *
     * @param first the sentence, or the one before the change
     * @param second the sentence after the change; equal to {@code first} if there is no change
     */
    record Case(Expectation expectation, String first, String second) {}
}
