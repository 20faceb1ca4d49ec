package dev.earshot.influence.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.influence.profile.Cells.Cell;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

class CellsTest {
    @Test
    void of_largeGroups_areTheirShares() {
        assertThat(Cells.of(Map.of("en", 60, "pt", 40)))
                .containsExactly(new Cell("en", .6), new Cell("pt", .4));
    }

    @Test
    void of_smallGroups_areOneRest() {
        assertThat(Cells.of(Map.of("en", 70, "pt", 15, "de", 15)))
                .containsExactly(new Cell("en", .7), new Cell("", .3));
    }

    /** Told beside each other, 60 and 25 would say that five write another language. */
    @Test
    void of_restTooSmall_takesTheSmallestGroupIn() {
        assertThat(Cells.of(Map.of("en", 60, "pt", 25, "de", 5)))
                .containsExactly(new Cell("en", .65), new Cell("", .35));
    }

    @Test
    void of_oneOfManyApart_tellsNothing() {
        assertThat(Cells.of(Map.of("en", 30, "de", 1))).isEmpty();
        assertThat(Cells.of(Map.of("en", 19))).isEmpty();
    }

    @Test
    void of_oneAccountMore_isNotSeen() {
        assertThat(Cells.of(Map.of("en", 81, "pt", 40)))
                .isEqualTo(Cells.of(Map.of("en", 80, "pt", 40)));
    }

    /** No group that is told, and no rest, holds fewer than twenty. */
    @Test
    void of_anyCounts_everyToldGroupHasTwentyAtLeast() {
        var random = new Random(7);
        for (int round = 0; round < 5_000; round++) {
            var counts = new TreeMap<String, Integer>();
            int groups = 1 + random.nextInt(6);
            for (int i = 0; i < groups; i++) {
                counts.put("g" + i, random.nextInt(60));
            }
            int all = counts.values().stream().mapToInt(n -> n).sum();
            int told = 0;
            for (Cell cell : Cells.of(counts)) {
                if (!cell.name().isEmpty()) {
                    assertThat(counts.getOrDefault(cell.name(), 0))
                            .isGreaterThanOrEqualTo(Cells.LEAST);
                    told += counts.getOrDefault(cell.name(), 0);
                }
            }
            assertThat(told == 0 || told == all || all - told >= Cells.LEAST)
                    .as(counts.toString())
                    .isTrue();
        }
    }
}
