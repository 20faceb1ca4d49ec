package dev.earshot.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.Measure;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class RatesTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final double HUGE = 1e12;

    /** Ten posts with 1,000 views, and 40 responses of which a quarter is excluded. */
    private static Authors author() {
        return Authors.with(Measure.EXPOSURE, 1_000)
                .and(Measure.EXPOSURE_SQUARED_WEIGHT, 800)
                .and(Measure.EXPOSURE_SQUARED, 100_000)
                .and(Measure.POSTS, 10)
                .and(Measure.DISPERSION, .5)
                .and(Measure.RESPONSES, 40)
                .and(Measure.COSTLY, 100)
                .and(Measure.REMOVED, .25)
                .and(Measure.INDEPENDENT, .8)
                .and(Measure.LIKES, 500);
    }

    /** An author with a given rate and almost no noise. */
    private static AuthorSummary peer(int id, double size, double rate) {
        return Authors.with(Measure.EXPOSURE, HUGE)
                .and(Measure.SIZE, size)
                .and(Measure.LIKES, rate * HUGE)
                .summary(id);
    }

    /**
     * Cost 100 minus a quarter, times .8; likes do not count, as there is no pool to compare them
     * with.
     */
    @Test
    void peer_responsesKnown_weightsThemByCostAndIndependence() {
        Rates.Peer peer = new Rates(List.of()).peer(author().summary(1));

        assertThat(peer.events()).isCloseTo(60, EXACT);
        assertThat(peer.rate()).isCloseTo(.06, EXACT);
    }

    /**
     * Dispersion is (10 posts * .5 + 10 * 1) / 20 = .75, so the clusters contribute .75 * 100,000 /
     * 1,000 = 75; the Poisson part is 2.2 * 800 / 1,000.
     */
    @Test
    void inflation_clusteredPosts_addsPoissonsPartAndTheClusters() {
        Rates.Peer peer = new Rates(List.of()).peer(author().summary(1));

        assertThat(peer.inflation(.01)).isCloseTo(1.76 + .75, EXACT);
        assertThat(new Rates.Peer("p", 1, 1, 1, .2, 0, 1).inflation(.5))
                .as("never less than Poisson's")
                .isEqualTo(1);
    }

    /** Peers have 5 likes per response: 5 * 40 * .75 * .8 = 120 of the 500 * .8 likes count. */
    @Test
    void peer_moreLikesThanPeersHave_countsThePeersMany() {
        Rates rates = new Rates(List.of(Authors.with(Measure.LIKE_RATIO, Math.log(5)).summary(2)));

        assertThat(rates.peer(author().summary(1)).events()).isCloseTo(60 + 120, EXACT);
    }

    /** 500 likes imply 100 responses of cost 2.2, each with 5 likes. */
    @Test
    void peer_responsesUnknown_infersThemFromLikes() {
        Rates rates = new Rates(List.of(Authors.with(Measure.LIKE_RATIO, Math.log(5)).summary(2)));
        AuthorSummary likesAlone = author().without(Measure.RESPONSES).summary(1);

        assertThat(rates.peer(likesAlone).events()).isCloseTo(100 * (2.2 + 5), EXACT);
        assertThat(new Rates(List.of()).peer(likesAlone).events()).isCloseTo(500, EXACT);
    }

    /** The lower quartile of .2, .4, .6, .8 and 1 is .4: 100 * .75 * .4. */
    @Test
    void peer_independenceUnknown_takesThePoolsLowerQuartile() {
        List<AuthorSummary> pool =
                IntStream.range(0, 5)
                        .mapToObj(i -> Authors.with(Measure.INDEPENDENT, .2 * (i + 1)).summary(i))
                        .toList();

        assertThat(new Rates(pool).peer(author().without(Measure.INDEPENDENT).summary(9)).events())
                .isCloseTo(30, EXACT);
    }

    /** Five dispersions of .25 make a pool: (10 * .5 + 10 * .25) / 20 = .375, times 100. */
    @Test
    void inflation_poolLargeEnough_shrinksTowardsItsDispersion() {
        List<AuthorSummary> pool =
                IntStream.range(0, 5)
                        .mapToObj(i -> Authors.with(Measure.DISPERSION, .25).summary(i))
                        .toList();

        assertThat(new Rates(pool).peer(author().summary(9)).inflation(.01))
                .isCloseTo(1.76 + .375, EXACT);
    }

    @Test
    void prior_noPeers_isOneInAHundred() {
        Rates.Prior prior = new Rates(List.of()).prior(3, "self");

        assertThat(prior.rate().mean()).isCloseTo(.01, EXACT);
        assertThat(prior.rate().shape()).isEqualTo(1);
        assertThat(prior.peers()).isZero();
    }

    /** There is no spread, so the minimum applies: a fifth of the mean, which is shape 25. */
    @Test
    void prior_equalPeers_isTheirRateWithTheMinimumSpread() {
        List<AuthorSummary> pool = IntStream.range(0, 6).mapToObj(i -> peer(i, 3, .02)).toList();
        Rates.Prior prior = new Rates(pool).prior(3, Authors.ref(0).pseudonym());

        assertThat(prior.peers()).as("without its own").isEqualTo(5);
        assertThat(prior.rate().mean()).isCloseTo(.02, EXACT);
        assertThat(prior.rate().shape()).isCloseTo(25, within(1e-6));
    }

    /**
     * Rates 1 and 3: the higher one is reduced to the 98 % quantile 2.96. Weights are equal, so the
     * mean is 1.98, and the variance is (.98 squared twice) / 2 * 2 / (2 - 1) = 1.9208.
     */
    @Test
    void prior_twoPeersWithoutNoise_hasTheirMomentsAfterWinsorising() {
        Rates.Prior prior = new Rates(List.of(peer(1, 3, 1), peer(2, 3, 3))).prior(3, "self");

        assertThat(prior.rate().mean()).isCloseTo(1.98, within(1e-6));
        assertThat(prior.rate().shape() / Math.pow(prior.rate().rate(), 2))
                .isCloseTo(1.9208, within(1e-6));
    }

    @Test
    void prior_noPeerWithAnyEvent_isPositive() {
        Rates.Prior prior = new Rates(List.of(peer(1, 3, 0), peer(2, 3, 0))).prior(3, "self");

        assertThat(prior.rate().mean()).isPositive().isLessThan(1e-6);
    }

    /** Rates fall tenfold with each tenfold size, so they are adjusted along a slope of -1. */
    @Test
    void prior_ratesThatFallWithSize_areAdjustedToTheAuthorsSize() {
        List<AuthorSummary> pool =
                IntStream.range(0, 12)
                        .mapToObj(i -> peer(i, 3 + i / 10.0, Math.pow(10, -1 - i / 10.0)))
                        .toList();

        assertThat(new Rates(pool).prior(5, "self").rate().mean()).isCloseTo(1e-3, within(1e-9));
    }

    /** Ten authors are enough for a slope, nine are not; a rising slope counts as 0. */
    @Test
    void prior_ratesThatRiseOrFewPeers_areNotAdjusted() {
        List<AuthorSummary> rising = new ArrayList<>();
        List<AuthorSummary> few = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            rising.add(peer(i, 3 + i / 10.0, .01 * Math.pow(10, i / 10.0)));
            if (i < 9) {
                few.add(peer(i, 3 + i / 10.0, .01 * Math.pow(10, -i / 10.0)));
            }
        }
        Rates all = new Rates(rising);
        Rates some = new Rates(few);

        assertThat(all.prior(9, "self")).isEqualTo(all.prior(5, "self"));
        assertThat(some.prior(9, "self")).isEqualTo(some.prior(5, "self"));
    }

    @Test
    void prior_manyPeers_takesTheFiftyNearest() {
        List<AuthorSummary> pool = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            pool.add(i < 50 ? peer(i, 3 + i / 100.0, .01) : peer(i, 8 + i / 100.0, 10));
        }
        Rates.Prior prior = new Rates(pool).prior(3.2, "self");

        assertThat(prior.peers()).isEqualTo(50);
        assertThat(prior.rate().mean()).isCloseTo(.01, within(1e-6));
    }

    /**
     * Half of the followers look bought, so the responses come from the other half: twice the rate.
     */
    @Test
    void prior_peersWithBoughtFollowers_countsThoseLeft() {
        List<AuthorSummary> byFollowers = new ArrayList<>();
        List<AuthorSummary> byViews = new ArrayList<>();
        List<AuthorSummary> nearlyAll = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Authors author =
                    Authors.with(Measure.EXPOSURE, HUGE)
                            .and(Measure.SIZE, 3)
                            .and(Measure.LIKES, .01 * HUGE)
                            .and(Measure.UNEXPLAINED_FOLLOWERS, .5);
            byFollowers.add(author.summary(i));
            nearlyAll.add(author.and(Measure.UNEXPLAINED_FOLLOWERS, .99).summary(i));
            byViews.add(author.and(Measure.BY_VIEWS, 1).summary(i));
        }

        assertThat(new Rates(byFollowers).prior(3, "self").rate().mean())
                .isCloseTo(.02, within(1e-6));
        assertThat(new Rates(nearlyAll).prior(3, "self").rate().mean())
                .as("a tenth is believed at least")
                .isCloseTo(.1, within(1e-6));
        assertThat(new Rates(byViews).prior(3, "self").rate().mean())
                .as("views are not followers")
                .isCloseTo(.01, within(1e-6));
    }

    @Test
    void posterior_noExposure_isThePeers() {
        Rates rates = new Rates(List.of(peer(1, 3, .02), peer(2, 3, .02)));
        Rates.Posterior posterior = rates.posterior(Authors.with(Measure.SIZE, 3).summary(9));

        assertThat(posterior.rate()).isEqualTo(posterior.peers());
        assertThat(posterior.peerCount()).isEqualTo(2);
    }

    /** The prior is 25 events in 25 / .02 exposures; 44 likes in 1,000 count 1 / 2.2 each. */
    @Test
    void posterior_ownCounts_areAddedToThePriorsByTheirInflation() {
        Rates rates = new Rates(List.of(peer(1, 3, .02), peer(2, 3, .02)));
        Rates.Posterior posterior =
                rates.posterior(
                        Authors.with(Measure.EXPOSURE, 1_000)
                                .and(Measure.SIZE, 3)
                                .and(Measure.LIKES, 44)
                                .summary(9));

        assertThat(posterior.rate().shape()).isCloseTo(25 + 44 / 2.2, within(1e-3));
        assertThat(posterior.rate().rate()).isCloseTo(25 / .02 + 1_000 / 2.2, within(1e-1));
    }
}
