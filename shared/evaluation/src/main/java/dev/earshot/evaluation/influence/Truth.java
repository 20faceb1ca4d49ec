package dev.earshot.evaluation.influence;

import dev.earshot.evaluation.influence.world.Creator;
import dev.earshot.evaluation.influence.world.World;

/** What a brand would gain from a creator, computed from the planted causes alone. Stateless. */
final class Truth {
    /** Of what a critic moves, and of what one moves who praises the rival. */
    private static final double AGAINST = .15;

    private static final double ELSEWHERE = .4;

    private Truth() {}

    /** The gain of the brand of a topic; only its order matters. */
    static double gain(World world, Creator creator, int topic) {
        boolean own = creator.topic() == topic;
        double fit = creator.interests().get(topic);
        double people = creator.people();
        boolean speaks = own && creator.stance() == Creator.Stance.PRAISES;
        double lift = speaks ? creator.lift() : 0;
        double kept =
                !own
                        ? 1
                        : switch (creator.stance()) {
                            case SILENT, PRAISES -> 1;
                            case CRITICISES -> AGAINST;
                            case RIVAL -> ELSEWHERE;
                        };
        boolean fake =
                world.plots().containsKey(creator.account().ref())
                        && world.plots().get(creator.account().ref()).attack().isFake();
        double honest = fake ? .5 : 1;
        return switch (world.law().gain()) {
            case PRODUCT ->
                    Math.pow(people, .5)
                            * Math.exp(creator.quality() + lift)
                            * (.03 + fit)
                            * kept
                            * honest;
            case SUM ->
                    (.4 * Math.log(people) + .8 * creator.quality() + 6 * fit + lift)
                            + Math.log(kept * honest);
        };
    }
}
