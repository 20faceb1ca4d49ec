package dev.earshot.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;
import dev.earshot.core.video.Shot;
import dev.earshot.core.video.VideoAction;
import dev.earshot.core.video.VideoFindings;
import dev.earshot.video.KeyPicture;
import dev.earshot.video.frame.Frame;

import org.junit.jupiter.api.Test;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

class ContactSheetTest {
    private final ContactSheet artist = new ContactSheet();

    private static Frame grey(double seconds, int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        Arrays.fill(rgb, (byte) 120);
        return new Frame(seconds, width, height, rgb, 2 * width, 2 * height);
    }

    private KeyPicture picture(double seconds) {
        return new KeyPicture(
                seconds,
                artist.shrink(grey(seconds, 640, 360)),
                List.of(new Detection("bottle", 0.9, new Box(320, 180, 640, 360))));
    }

    private static VideoFindings findings(List<Shot> shots) {
        return new VideoFindings(
                100,
                1280,
                720,
                10,
                shots,
                List.of(),
                List.of(new VideoAction("walking", 0, 3, 0.7, "a test")),
                List.of(),
                List.of(),
                OptionalDouble.empty());
    }

    @Test
    void sheet_manyPictures_isSmallAndHasABoxOnEach() {
        List<KeyPicture> pictures = new ArrayList<>();
        List<Shot> shots = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            pictures.add(picture(2.5 * i + 1));
            shots.add(new Shot(2.5 * i, 2.5 * i + 2.5, 2.5 * i + 1, 0));
        }

        byte[] jpeg = artist.sheet(findings(shots), pictures);

        BufferedImage sheet = Jpegs.read(jpeg);
        assertThat(jpeg.length).isLessThan(200_000);
        assertThat(sheet.getWidth()).isEqualTo(4 * 246 + 6);
        assertThat(sheet.getHeight()).isEqualTo(6 * (135 + 38) + 6);
        // The box begins a quarter in from the left and from the top of each picture.
        Color edge = new Color(sheet.getRGB(6 + 60, 6 + 67));
        Color inside = new Color(sheet.getRGB(6 + 120, 6 + 67));
        assertThat(Math.abs(edge.getRed() - edge.getBlue())).isGreaterThan(40);
        assertThat(Math.abs(inside.getRed() - inside.getBlue())).isLessThan(15);
    }

    @Test
    void sheet_noPicture_isStillAPicture() {
        assertThat(Jpegs.read(artist.sheet(findings(List.of()), List.of())).getWidth())
                .isPositive();
    }

    @Test
    void shrink_uprightFrame_keepsItsShape() {
        BufferedImage small = Jpegs.read(artist.shrink(grey(0, 360, 640)));

        assertThat(small.getHeight()).isEqualTo(180);
        assertThat(small.getWidth()).isEqualTo(101);
    }

    @Test
    void write_withoutFonts_drawsDots() {
        BufferedImage paper = new BufferedImage(60, 20, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = paper.createGraphics();

        new Lettering(false, Font.PLAIN, 11).write(graphics, "T", 0, 0);

        assertThat(paper.getRGB(0, 2)).isEqualTo(0xffffffff);
        assertThat(paper.getRGB(2, 10)).isEqualTo(0xffffffff);
        assertThat(paper.getRGB(0, 10)).isEqualTo(0xff000000);
    }
}
