package dev.earshot.djl.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

final class BatchesTest {
    @Test
    void byLength_randomLengths_holdsEachIndexOnceWithinBothBounds() {
        Random dice = new Random(4);
        for (int round = 0; round < 200; round++) {
            int[] lengths = dice.ints(dice.nextInt(300), 2, 129).toArray();
            List<int[]> batches = Batches.byLength(lengths, 1_000, 64);
            int[] all = batches.stream().flatMapToInt(Arrays::stream).sorted().toArray();
            assertThat(all).hasSize(lengths.length);
            for (int i = 0; i < all.length; i++) {
                assertThat(all[i]).isEqualTo(i);
            }
            for (int[] batch : batches) {
                int longest = lengths[batch[batch.length - 1]];
                assertThat(batch.length).isLessThanOrEqualTo(64);
                assertThat(batch.length * longest).isLessThanOrEqualTo(1_000);
            }
        }
    }

    @Test
    void byLength_mixedLengths_goShortestFirst() {
        List<int[]> batches = Batches.byLength(new int[] {9, 3, 5}, 6, 64);
        assertThat(batches).containsExactly(new int[] {1}, new int[] {2}, new int[] {0});
    }

    @Test
    void byLength_nothing_isNoBatch() {
        assertThat(Batches.byLength(new int[0], 10, 10)).isEmpty();
    }
}
