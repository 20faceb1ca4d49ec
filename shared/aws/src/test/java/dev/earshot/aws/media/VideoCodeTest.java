package dev.earshot.aws.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.picture.Scenery;
import dev.earshot.core.picture.Scored;
import dev.earshot.core.video.Shot;
import dev.earshot.core.video.VideoAction;
import dev.earshot.core.video.VideoFindings;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.DeflaterOutputStream;

final class VideoCodeTest {
    private static VideoFindings of(Shot shot) {
        return new VideoFindings(
                8,
                640,
                360,
                4,
                List.of(shot),
                List.of(),
                List.of(new VideoAction("cycling", 1, 2, 0.5, "person and bicycle")),
                List.of(),
                List.of(),
                OptionalDouble.of(0.25),
                Optional.empty());
    }

    @Test
    void findings_withScenery_keepWhatItRestsOn() {
        VideoFindings findings =
                of(
                        new Shot(
                                0,
                                8,
                                4,
                                2,
                                new Scenery(
                                        Optional.of(new Scored("kitchen", 0.5)),
                                        List.of(
                                                new Scored("food", 0.75, "pizza and cup"),
                                                new Scored("indoor", 0.5)),
                                        Optional.of(new Scored("dress", 0.5)))));

        assertThat(VideoCode.read(VideoCode.write(findings))).isEqualTo(findings);
    }

    @Test
    void findings_ofTheFirstFormat_areReadWithoutScenery() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeByte(1);
            out.writeDouble(8);
            out.writeInt(640);
            out.writeInt(360);
            out.writeInt(4);
            out.writeDouble(0.25);
            out.writeUTF("");
            out.writeInt(1);
            out.writeDouble(0);
            out.writeDouble(8);
            out.writeDouble(4);
            out.writeInt(2);
            out.writeInt(0);
            out.writeInt(1);
            out.writeUTF("cycling");
            out.writeDouble(1);
            out.writeDouble(2);
            out.writeDouble(0.5);
            out.writeUTF("person and bicycle");
            out.writeInt(0);
            out.writeInt(0);
        }

        assertThat(VideoCode.read(bytes.toByteArray())).isEqualTo(of(new Shot(0, 8, 4, 2)));
    }
}
