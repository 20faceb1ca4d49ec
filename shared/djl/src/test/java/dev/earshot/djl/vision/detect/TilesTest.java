package dev.earshot.djl.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

final class TilesTest {

    @Test
    void of_smallPicture_isWholeAlone() {
        assertThat(Tiles.of(200, 150, 192)).containsExactly(new Region(0, 0, 200, 150));
    }

    @Test
    void of_anyLargePicture_coversEachPointInsidePicture() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            int width = 300 + random.nextInt(4000);
            int height = 20 + random.nextInt(4000);
            List<Region> tiles = Tiles.of(width, height, 192);
            List<Region> beyondWhole = tiles.subList(1, tiles.size());
            int x = random.nextInt(width);
            int y = random.nextInt(height);

            assertThat(beyondWhole)
                    .allMatch(
                            tile ->
                                    tile.left() + tile.width() <= width
                                            && tile.top() + tile.height() <= height)
                    .anyMatch(
                            tile ->
                                    x >= tile.left()
                                            && x < tile.left() + tile.width()
                                            && y >= tile.top()
                                            && y < tile.top() + tile.height());
        }
    }

    @Test
    void of_neighbours_shareAtLeastFifthOfTile() {
        List<Region> tiles = Tiles.of(1000, 100, 192);

        assertThat(tiles.get(1).left() + tiles.get(1).width() - tiles.get(2).left())
                .isGreaterThanOrEqualTo(tiles.get(1).width() / 5 - 1);
    }
}
