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

    /** Ten posts before 100 followers each, as good as eight of equal weight. */
    private static Authors author() {
        return Authors.with(Measure.FOLLOWER_EXPOSURE, 1_000)
                .and(Measure.WEIGHT, 10)
                .and(Measure.EFFECTIVE_POSTS, 8)
                .and(Measure.POSTS, 10)
                .and(Measure.DISPERSION, .5)
                .and(Measure.RESPONSES, 40)
                .and(Measure.LIKES, 500);
    }

    /** An author with a given rate and almost no noise. */
    private static Authors creator(double size, double rate) {
        double posts = HUGE / (Math.pow(10, size) - 1);
        return Authors.with(Measure.FOLLOWER_EXPOSURE, HUGE)
                .and(Measure.WEIGHT, posts)
                .and(Measure.EFFECTIVE_POSTS, HUGE)
                .and(Measure.DISPERSION, 0)
                .and(Measure.POSTS, 10)
                .and(Measure.RESPONSES, rate * HUGE);
    }

    private static AuthorSummary peer(int id, double size, double rate) {
        return creator(size, rate).summary(id);
    }

    private static List<AuthorSummary> pool(Authors... authors) {
        return IntStream.range(0, authors.length)
                .mapToObj(i -> authors[i].summary(100 + i))
                .toList();
    }

    /** Likes do not count, as there is no pool to compare them with. */
    @Test
    void peer_noPool_countsResponsesAlone() {
        Rates.Peer peer = new Rates(List.of()).peer(author().summary(1));

        assertThat(peer.events()).isCloseTo(40, EXACT);
    }

    /**
     * Dispersion is (10 posts * .5 + 10 * 1) / 20 = .75. Without a pool exposure is counted in
     * posts, so the clusters contribute .75 * 10 / 8 of the rate, and Poisson's part is 10 / 8.
     */
    @Test
    void inflation_clusteredPosts_addsPoissonsPartAndTheClusters() {
        Rates.Peer peer = new Rates(List.of()).peer(author().summary(1));

        assertThat(peer.inflation(4)).isCloseTo(1.25 + 4 * .9375, EXACT);
        assertThat(new Rates.Peer("p", 1, 1, 1, .2, 0, 1).inflation(.5))
                .as("never less than Poisson's")
                .isEqualTo(1);
    }

    /** 500 likes imply 100 responses. */
    @Test
    void peer_responsesUnknown_infersThemFromLikes() {
        Rates rates = new Rates(pool(Authors.with(Measure.LIKE_RATIO, Math.log(5))));
        AuthorSummary likesAlone = author().without(Measure.RESPONSES).summary(1);

        assertThat(rates.peer(likesAlone).events()).isCloseTo(100, EXACT);
    }

    /** What can be bought cheapest is worth nothing. */
    @Test
    void peer_twiceTheLikes_isWorthTheSame() {
        Rates rates = new Rates(pool(Authors.with(Measure.LIKE_RATIO, Math.log(5))));

        assertThat(rates.peer(author().and(Measure.LIKES, 1_000).summary(1)).events())
                .isEqualTo(rates.peer(author().summary(1)).events());
    }

    @Test
    void unit_platform_isWhatMostCreatorsState() {
        Authors views =
                Authors.with(Measure.VIEW_EXPOSURE, 50)
                        .and(Measure.WEIGHT, 10)
                        .and(Measure.EFFECTIVE_POSTS, 10);
        Authors posts = Authors.with(Measure.WEIGHT, 10).and(Measure.EFFECTIVE_POSTS, 10);

        assertThat(new Rates(pool(author(), author(), views)).unit()).isEqualTo(Exposure.FOLLOWERS);
        assertThat(new Rates(pool(posts, views, views)).unit()).isEqualTo(Exposure.VIEWS);
        assertThat(new Rates(pool(posts, posts, views)).unit()).isEqualTo(Exposure.POSTS);
    }

    /** Peers have 100 and 300 followers a post; four in five of them have less than 260. */
    @Test
    void peer_followersWithheld_takesTheDisadvantageousBound() {
        Rates rates = new Rates(pool(author(), author().and(Measure.FOLLOWER_EXPOSURE, 3_000)));
        Rates.Peer hidden = rates.peer(author().without(Measure.FOLLOWER_EXPOSURE).summary(1));

        assertThat(hidden.exposure()).isCloseTo(2_600, within(1e-6));
    }

    @Test
    void peer_viewsWithheld_changesNothingWhereFollowersCount() {
        Rates rates = new Rates(pool(author().and(Measure.VIEW_EXPOSURE, 400), author()));

        assertThat(rates.peer(author().and(Measure.VIEW_EXPOSURE, 9_000).summary(1)))
                .isEqualTo(rates.peer(author().summary(1)));
    }

    /** Twenty peers whose halves are twice as far apart as chance explains in one case of ten. */
    @Test
    void widening_halvesFurtherApartThanTheirNoise_isTheirRatio() {
        List<AuthorSummary> pool =
                IntStream.range(0, 20)
                        .mapToObj(
                                i ->
                                        creator(3, .02)
                                                .and(Measure.DRIFT, 2 * 1.6448536)
                                                .and(Measure.DRIFT_NOISE, 1)
                                                .and(Measure.DRIFT_PARTS, 0)
                                                .summary(i))
                        .toList();

        assertThat(new Rates(pool).widening()).isCloseTo(2, within(1e-6));
        assertThat(new Rates(pool.subList(0, 19)).widening()).isEqualTo(1.3);
    }

    @Test
    void prior_noPeers_isTenAPost() {
        Rates.Prior prior = new Rates(List.of()).prior(3, "self");

        assertThat(prior.rate().mean()).isCloseTo(10, EXACT);
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
        List<AuthorSummary> half = new ArrayList<>();
        List<AuthorSummary> nearlyAll = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Authors author = creator(3, .01).and(Measure.UNEXPLAINED_FOLLOWERS, .5);
            half.add(author.summary(i));
            nearlyAll.add(author.and(Measure.UNEXPLAINED_FOLLOWERS, .99).summary(i));
        }

        assertThat(new Rates(half).prior(3, "self").rate().mean()).isCloseTo(.02, within(1e-6));
        assertThat(new Rates(nearlyAll).prior(3, "self").rate().mean())
                .as("a tenth is believed at least")
                .isCloseTo(.1, within(1e-6));
    }

    @Test
    void posterior_nothingMeasured_isThePeers() {
        Rates rates = new Rates(List.of(peer(1, 3, .02), peer(2, 3, .02)));
        Rates.Posterior posterior = rates.posterior(Authors.with(Measure.FOLLOWERS, 3).summary(9));

        assertThat(posterior.rate()).isEqualTo(posterior.peers());
        assertThat(posterior.peerCount()).isEqualTo(2);
    }

    /**
     * The prior is 25 events in 25 / .02 followers; 20 responses in 1,000 are added as they are.
     */
    @Test
    void posterior_ownCounts_areAddedToThePriors() {
        Rates rates = new Rates(List.of(peer(1, 3, .02), peer(2, 3, .02)));
        Rates.Posterior posterior =
                rates.posterior(
                        Authors.with(Measure.FOLLOWER_EXPOSURE, 1_000)
                                .and(Measure.WEIGHT, 1)
                                .and(Measure.EFFECTIVE_POSTS, HUGE)
                                .and(Measure.POSTS, 10)
                                .and(Measure.RESPONSES, 20)
                                .summary(9));

        assertThat(posterior.rate().shape()).isCloseTo(25 + 20, within(1e-3));
        assertThat(posterior.rate().rate()).isCloseTo(25 / .02 + 1_000, within(1e-1));
    }
}
