package dev.earshot.influence.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.post.AuthorRef;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class TopicRankTest {
    private static final AuthorRef A = ref(1);
    private static final AuthorRef B = ref(2);
    private static final AuthorRef C = ref(3);
    private static final AuthorRef D = ref(4);

    private static AuthorRef ref(int i) {
        return new AuthorRef(String.format("%032x", i));
    }

    @Test
    void twoAccounts_oneRespondsToTheOther_equalsTheClosedForm() {
        TopicRank rank =
                TopicRank.of(List.of(new Endorsement(A, B, 1)), Map.of(A, 1.0, B, 1.0), Map.of());
        // a = (1 - 0.85 a) / 2, and both sum to 1.
        double a = .5 / 1.425;
        assertThat(rank.rank(A)).isCloseTo(a, within(1e-9));
        assertThat(rank.rank(B)).isCloseTo(1 - a, within(1e-9));
    }

    /**
     * An example in the form of Weng et al., solved by hand. Posts on the topic: A 10, B 20, C 70,
     * shares 0.2, 0.6, 1.0. A follows B and C, B follows C, C follows A. From A the walk goes to B
     * with 20 x 0.6 = 12 and to C with 70 x 0.2 = 14, so with 6/13 and 7/13.
     */
    @Test
    void toyGraph_threeAccounts_equalsTheHandSolvedRanks() {
        TopicRank rank =
                TopicRank.of(
                        List.of(
                                new Endorsement(A, B, 20),
                                new Endorsement(A, C, 70),
                                new Endorsement(B, C, 70),
                                new Endorsement(C, A, 10)),
                        Map.of(A, 10.0, B, 20.0, C, 70.0),
                        Map.of(A, .2, B, .6, C, 1.0));
        // a = 0.85 c + 0.015, b = 0.85 (6/13) a + 0.03, c = 0.85 (7/13) a + 0.85 b + 0.105
        double p = .85 * 6 / 13;
        double q = .85 * 7 / 13;
        double a = (.85 * (.85 * .03 + .105) + .015) / (1 - .85 * (q + .85 * p));
        double b = p * a + .03;
        double c = q * a + .85 * b + .105;
        assertThat(a + b + c).isCloseTo(1, within(1e-12));
        assertThat(rank.rank(A)).isCloseTo(a, within(1e-9));
        assertThat(rank.rank(B)).isCloseTo(b, within(1e-9));
        assertThat(rank.rank(C)).isCloseTo(c, within(1e-9));
    }

    @Test
    void accountsThatOnlyRespond_many_passOnNoRank() {
        var bots = new java.util.ArrayList<Endorsement>();
        bots.add(new Endorsement(A, B, 1));
        bots.add(new Endorsement(B, A, 1));
        double before = TopicRank.of(bots, Map.of(A, 1.0, B, 1.0, D, 1.0), Map.of()).rank(D);
        for (int i = 100; i < 200; i++) {
            bots.add(new Endorsement(ref(i), D, 5));
        }
        double after = TopicRank.of(bots, Map.of(A, 1.0, B, 1.0, D, 1.0), Map.of()).rank(D);
        assertThat(after).isCloseTo(before, within(1e-9));
    }

    @Test
    void standings_equalRanks_shareTheMiddle() {
        var standings =
                TopicRank.of(
                                List.of(new Endorsement(A, B, 1), new Endorsement(B, A, 1)),
                                Map.of(A, 1.0, B, 1.0),
                                Map.of())
                        .standings();
        assertThat(standings.get(A)).isEqualTo(standings.get(B));
        assertThat(standings.values()).allSatisfy(s -> assertThat(s.percentile()).isEqualTo(.5));
    }
}
