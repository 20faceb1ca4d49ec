package dev.earshot.evaluation.influence.world;

import java.util.SplittableRandom;

/**
 * Bought followers over time.
 *
 * @param days on which a delivery begins
 * @param each followers of one delivery
 * @param delivery days that a delivery takes; 0 if all come at once
 * @param lostADay share of the delivered ones that is gone each day, as platforms remove them
 */
record Purchase(int[] days, double each, double delivery, double lostADay) {
    private static final double[] SOLD = {1, 2.5, 5};

    /** What a creator buys in one to three steps. */
    static Purchase steps(Creator creator, Law.Offers offers, SplittableRandom random) {
        double all = creator.account().followers() * (.5 + 2.5 * random.nextDouble());
        int[] days = random.ints(1 + random.nextInt(3), 5, World.DAYS - 5).toArray();
        double each = all / days.length;
        return switch (offers) {
            case IN_PROPORTION -> new Purchase(days, each, 0, 0);
            case PACKAGES ->
                    new Purchase(
                            days, sold(each), 1 + random.nextInt(5), .004 * random.nextDouble());
        };
    }

    /** What comes a few a day from the first day to the last. */
    static Purchase drip(Creator creator, Law.Offers offers, SplittableRandom random) {
        double all = creator.account().followers() * (.5 + 2.5 * random.nextDouble());
        double each =
                switch (offers) {
                    case IN_PROPORTION -> all;
                    case PACKAGES -> sold(all);
                };
        return new Purchase(new int[] {0}, each, World.DAYS, 0);
    }

    /** The number in round figures as sellers offer it: 1, 2.5 or 5 times a power of ten. */
    static double sold(double wanted) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(10, wanted))));
        double best = power;
        for (double times : SOLD) {
            best = times * power <= wanted ? times * power : best;
        }
        return best;
    }

    /** Bought followers at a time in days. */
    long at(double day) {
        double sum = 0;
        for (int from : days) {
            double passed = day - from;
            if (passed >= 0) {
                double come = delivery == 0 ? 1 : Math.min(1, passed / delivery);
                sum += each * come * Math.exp(-lostADay * passed);
            }
        }
        return Math.round(sum);
    }
}
