package dev.earshot.djl.vision.logo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.LogoFinding;
import dev.earshot.core.picture.LogoReference;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.vision.Scenes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

final class LogoFinderTest {
    private final LogoFinder finder =
            new LogoFinder(ComputeDevice.CPU, LogoFinder.Settings.DEFAULT);
    private final LogoReference star = new LogoReference("star", "s", Scenes.png(star(200)));
    private final LogoReference rings = new LogoReference("rings", "r", Scenes.png(rings(200)));

    @ParameterizedTest
    @ValueSource(ints = {48, 90, 160})
    void logo_inABusyPicture_isFoundAtItsPlace(int side) {
        BufferedImage picture = Scenes.busy(4, 640, 480);
        draw(picture, star(side), 300, 150);

        List<LogoFinding> found = finder.find(Scenes.pixels(picture), List.of(star, rings));

        assertThat(found).extracting(LogoFinding::brand).containsExactly("star");
        assertThat(found.getFirst().box().overlap(new Box(300, 150, side, side)))
                .isGreaterThan(0.6);
        assertThat(found.getFirst().score()).isBetween(0.8, 1.0);
    }

    @Test
    void logos_ofTwoBrands_areToldApart() {
        BufferedImage picture = Scenes.busy(5, 640, 480);
        draw(picture, star(100), 60, 60);
        draw(picture, rings(100), 420, 260);

        assertThat(finder.find(Scenes.pixels(picture), List.of(star, rings)))
                .extracting(LogoFinding::brand)
                .containsExactlyInAnyOrder("star", "rings");
    }

    @Test
    void pictures_withoutTheLogo_showNone() {
        for (int seed = 10; seed < 20; seed++) {
            assertThat(
                            finder.find(
                                    Scenes.pixels(Scenes.busy(seed, 480, 360)),
                                    List.of(star, rings)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void logo_inTwoReferences_isReportedOnce() {
        BufferedImage picture = Scenes.busy(6, 480, 360);
        draw(picture, star(100), 100, 100);
        LogoReference again = new LogoReference("star", "s2", Scenes.png(star(120)));

        assertThat(finder.find(Scenes.pixels(picture), List.of(star, again))).hasSize(1);
    }

    @Test
    void noReferences_findNothing() {
        assertThat(finder.find(Scenes.pixels(Scenes.busy(7, 200, 200)), List.of())).isEmpty();
    }

    @Test
    void reference_thatIsNoPicture_isNotUsableAndHarmless() {
        byte[] text = {'h', 'e', 'l', 'l', 'o'};

        assertThat(LogoFinder.usable(text)).isFalse();
        assertThat(
                        finder.find(
                                Scenes.pixels(Scenes.busy(8, 200, 200)),
                                List.of(new LogoReference("x", "x", text))))
                .isEmpty();
    }

    @Test
    void picture_smallerThanAnyLogo_isSearchedWithoutFailure() {
        assertThat(finder.find(Scenes.pixels(Scenes.busy(9, 40, 40)), List.of(star))).isEmpty();
        assertThat(
                        finder.find(
                                Scenes.pixels(
                                        new BufferedImage(1, 900, BufferedImage.TYPE_INT_RGB)),
                                List.of(star)))
                .isEmpty();
    }

    private static void draw(BufferedImage picture, BufferedImage logo, int x, int y) {
        Graphics2D graphics = picture.createGraphics();
        graphics.drawImage(logo, x, y, null);
        graphics.dispose();
    }

    /** Red, with seven points, and a white bar across. */
    private static BufferedImage star(int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = graphics(image);
        Polygon star = new Polygon();
        for (int i = 0; i < 14; i++) {
            double radius = side / 2.0 * (i % 2 == 0 ? 1 : 0.55);
            star.addPoint(
                    (int) Math.round(side / 2.0 + radius * Math.sin(i * Math.PI / 7)),
                    (int) Math.round(side / 2.0 - radius * Math.cos(i * Math.PI / 7)));
        }
        graphics.setColor(new Color(0xd01020));
        graphics.fill(star);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(side / 4, side * 9 / 20, side / 2, side / 10);
        graphics.dispose();
        return image;
    }

    /** Three blue rings in a triangle. */
    private static BufferedImage rings(int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = graphics(image);
        graphics.setColor(new Color(0x1040c0));
        graphics.setStroke(new BasicStroke(side / 12f));
        int ring = side / 2;
        graphics.drawOval(side / 20, side * 8 / 20, ring, ring);
        graphics.drawOval(side * 9 / 20, side * 8 / 20, ring, ring);
        graphics.drawOval(side / 4, side / 20, ring, ring);
        graphics.dispose();
        return image;
    }

    private static Graphics2D graphics(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return graphics;
    }
}
