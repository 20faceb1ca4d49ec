package dev.earshot.engagement.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

final class SegmentGuardTest {
    private final SegmentGuard guard = new SegmentGuard(new byte[] {1, 2, 3});

    @Test
    void size_ofMany_isRoundedAndNearTheTruth() {
        for (int members = 29; members < 300; members++) {
            Population people =
                    new Crowd()
                            .people(0, members, "tea", "en")
                            .people(1_000, 60, "milk", "en")
                            .population();
            long size = guard.size(people, Crowd.about("tea")).orElseThrow();

            assertThat(size % 10).isZero();
            assertThat(size).isBetween(members - 9L, members + 9L).isGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void size_ofFewOrOfAllButFew_isNotTold() {
        Population people =
                new Crowd()
                        .people(0, 19, "tea", "en")
                        .people(1_000, 200, "milk", "en")
                        .population();

        assertThat(guard.size(people, Crowd.about("tea"))).isEmpty();
        assertThat(guard.size(people, Crowd.about("milk"))).isEmpty();
        assertThat(guard.size(people, Crowd.about("nobody"))).isEmpty();
    }

    @Test
    void tooClose_partsOfFewPeople_areRefused() {
        Population people =
                new Crowd()
                        .people(0, 100, "tea", "en")
                        .people(60, 100, "milk", "en")
                        .people(95, 100, "oats", "en")
                        .people(500, 100, "soup", "de")
                        .population();
        List<Segment> tea = List.of(Crowd.saved(Crowd.about("tea")));

        assertThat(guard.tooClose(people, Crowd.about("milk"), tea)).isEmpty();
        assertThat(guard.tooClose(people, Crowd.about("oats"), tea)).isPresent();
        assertThat(guard.tooClose(people, Crowd.about("tea"), tea)).isPresent();
        // Nobody is in both, but that is a matter of the people, not of the rules.
        assertThat(guard.tooClose(people, Crowd.about("soup"), tea)).isPresent();
        assertThat(
                        guard.tooClose(
                                people,
                                Crowd.speaking("de"),
                                List.of(Crowd.saved(Crowd.speaking("en")))))
                .isEmpty();
    }

    /**
     * Somebody wants to know whether a person is there, and saves a segment beside one that he
     * knows, which differs by that person alone: the answer is the same, there or not.
     */
    @Test
    void attack_aSegmentThatAddsOnePerson_isAnsweredAlikeThereOrNot() {
        Random random = new Random(19);
        for (int query = 0; query < 1_000; query++) {
            int members = 20 + random.nextInt(200);
            Crowd without =
                    new Crowd().people(0, members, "tea", "en").people(1_000, 90, "milk", "en");
            Crowd with =
                    new Crowd()
                            .people(0, members, "tea", "en")
                            .people(1_000, 90, "milk", "en")
                            .says(5_000, "onlyme", "en");
            List<Segment> saved = List.of(Crowd.saved(Crowd.about("tea")));
            SegmentRule trick = Crowd.about("tea", "onlyme");

            assertThat(guard.tooClose(without.population(), trick, saved)).isPresent();
            assertThat(guard.tooClose(with.population(), trick, saved)).isPresent();
            assertThat(guard.size(with.population(), Crowd.about("onlyme"))).isEmpty();
        }
    }

    /**
     * Somebody who knows all others by name sees one size and guesses whether one more person is in
     * it. Only the guesses that the size helps count above one half.
     */
    @Test
    void attack_guessingFromASize_isRightAboutAsOftenAsACoin() {
        Random random = new Random(20);
        int right = 0;
        int queries = 1_000;
        for (int query = 0; query < queries; query++) {
            int known = 20 + random.nextInt(100);
            boolean there = random.nextBoolean();
            byte[] secret = new byte[16];
            random.nextBytes(secret);
            Crowd crowd = new Crowd().people(0, known, "tea", "en").people(1_000, 90, "milk", "en");
            if (there) {
                crowd.says(5_000, "tea", "en");
            }
            OptionalLong seen =
                    new SegmentGuard(secret).size(crowd.population(), Crowd.about("tea"));
            double chanceThere = chance(known + 1, seen);
            double chanceNot = chance(known, seen);
            boolean guess =
                    chanceThere == chanceNot ? random.nextBoolean() : chanceThere > chanceNot;
            right += guess == there ? 1 : 0;
        }
        // One in ten sizes moves with one person; half of those guesses would be right anyway.
        assertThat((double) right / queries).isBetween(0.44, 0.59);
    }

    /** How probable a size is over all places at which it may be rounded. */
    private static double chance(int members, OptionalLong seen) {
        int fitting = 0;
        for (int shift = 0; shift < 10; shift++) {
            OptionalLong size =
                    members >= 20 + shift
                            ? OptionalLong.of(Math.max(20, (members + shift) / 10 * 10))
                            : OptionalLong.empty();
            fitting += size.equals(seen) ? 1 : 0;
        }
        return fitting / 10.0;
    }
}
