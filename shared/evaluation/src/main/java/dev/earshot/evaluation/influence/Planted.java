package dev.earshot.evaluation.influence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.evaluation.influence.world.Creator;
import dev.earshot.evaluation.influence.world.World;
import dev.earshot.influence.Scorer;
import dev.earshot.influence.evidence.BrandProfile;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.InfluencerScore;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The assembled histories of a planted world, with its brands. */
final class Planted {
    private final World world;
    private final PlantedHistories workspace;
    private final List<BrandProfile> brands;
    private final Scorer scorer;

    Planted(World world) {
        this.world = world;
        workspace =
                new PlantedHistories(
                        world.platform(),
                        world.posts(),
                        world.accounts(),
                        world.creators().stream().map(c -> c.account().ref()).toList(),
                        World.end());
        brands = brands(world);
        scorer = workspace.scorer(brands);
    }

    static Planted of(long seed, World.Setup setup, boolean honest) {
        return new Planted(World.of(seed, setup, Platform.X, honest));
    }

    static List<BrandProfile> brands(World world) {
        return IntStream.range(0, 10)
                .mapToObj(
                        topic ->
                                new BrandProfile(
                                        World.brandId(topic),
                                        TopicSketch.of(String.join("\n", world.values(topic))),
                                        world.exemplars(topic).stream()
                                                .map(TopicSketch::of)
                                                .toList(),
                                        TopicSketch.EMPTY,
                                        Set.of(),
                                        Set.of()))
                .toList();
    }

    World world() {
        return world;
    }

    PlantedHistories workspace() {
        return workspace;
    }

    List<BrandProfile> brands() {
        return brands;
    }

    Scorer scorer() {
        return scorer;
    }

    InfluencerScore score(AuthorRef author, int topic) {
        return workspace.score(scorer, author, brands.get(topic));
    }

    /** Scores an author of this world among another world's peers. */
    InfluencerScore scoreAmong(Planted peers, AuthorRef author, int topic) {
        Scorer among = workspace.scorer(brands, peers.workspace.populationWith(author, workspace));
        return workspace.score(among, author, brands.get(topic));
    }

    boolean isFake(Creator creator) {
        return world.attacked().containsKey(creator.account().ref());
    }

    /**
     * Logarithm of what a brand would gain from a creator, computed from the causes alone: people
     * reached, with diminishing returns; how much they respond; whether the creator writes about
     * the brand's values; whether they talk of the brand afterwards; half of that if the creator's
     * numbers are bought.
     */
    double gain(Creator creator, int topic) {
        boolean own = creator.topic() == topic;
        boolean spoke =
                own
                        && workspace.history(creator.account().ref()).posts().stream()
                                .anyMatch(p -> p.brands().contains(World.brandId(topic)));
        return .5 * Math.log(creator.people())
                + creator.quality()
                + Math.log(.1 + (own ? creator.focus() : 0))
                + (spoke ? 2 * creator.lift() : 0)
                - (isFake(creator) ? Math.log(2) : 0);
    }

    /** All creators' scores for the brand of a topic, with the truth. */
    Ranking ranking(int topic) {
        List<Creator> creators = world.creators();
        var ranking = new Ranking(creators.size());
        for (int i = 0; i < creators.size(); i++) {
            Creator creator = creators.get(i);
            InfluencerScore score = score(creator.account().ref(), topic);
            ranking.scores[i] = score.score();
            ranking.truth[i] = gain(creator, topic);
            ranking.followers[i] =
                    workspace.history(creator.account().ref()).account().followers().orElse(0);
            ranking.authenticity[i] = score.component(Component.Name.AUTHENTICITY).value();
            ranking.fake[i] = isFake(creator);
            ranking.all.add(score);
        }
        return ranking;
    }

    /** Parallel arrays over creators. */
    static final class Ranking {
        final double[] scores;
        final double[] truth;
        final double[] followers;
        final double[] authenticity;
        final boolean[] fake;
        final List<InfluencerScore> all = new ArrayList<>();

        Ranking(int creators) {
            scores = new double[creators];
            truth = new double[creators];
            followers = new double[creators];
            authenticity = new double[creators];
            fake = new boolean[creators];
        }
    }
}
