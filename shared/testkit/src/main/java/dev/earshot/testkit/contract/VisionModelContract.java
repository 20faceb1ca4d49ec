package dev.earshot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.picture.VisionModel;
import dev.earshot.core.picture.VisionModel.Look;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What every {@link VisionModel} must do. */
public abstract class VisionModelContract {
    /** The model under test; not closed by the tests. */
    protected abstract VisionModel model();

    /** A file that the model accepts as a picture. */
    protected abstract byte[] picture();

    @Test
    void look_picture_isSeen() {
        assertThat(model().look(picture())).isInstanceOf(Look.Seen.class);
    }

    @Test
    void look_notAPicture_isRefusedWithAReason() {
        VisionModel model = model();
        for (byte[] file :
                List.of(
                        new byte[0],
                        new byte[1],
                        "PK\u0003\u0004 a zip".getBytes(StandardCharsets.ISO_8859_1),
                        "<html>".getBytes(StandardCharsets.ISO_8859_1))) {
            assertThat(model.look(file))
                    .isInstanceOfSatisfying(
                            Look.Refused.class,
                            refused -> assertThat(refused.reason()).isNotBlank());
        }
    }

    @Test
    void look_video_isToldByItsFirstBytes() {
        byte[] mp4 = "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(model().look(mp4)).isInstanceOf(Look.Video.class);
    }
}
