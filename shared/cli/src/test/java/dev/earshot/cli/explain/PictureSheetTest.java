package dev.earshot.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.picture.PictureExplanation;
import dev.earshot.djl.vision.why.PictureExplainer.Answer;

import org.junit.jupiter.api.Test;

import java.util.List;

final class PictureSheetTest {
    @Test
    void explanation_isDrawnWithTheLargestDropDarkest() {
        var why =
                new PictureExplanation(
                        "cup", "object", 0.91, 2, 2, List.of(0.8, 0.4, -0.1, 0.0), 0.08);

        assertThat(PictureSheet.lines("photo.jpg", new Answer.Explained(why)))
                .containsExactly(
                        "photo.jpg: cup (object), score 0.91, hangs on the dark places",
                        "  |██▒▒|",
                        "  |    |",
                        "  with the fifth that matters most covered, the score is 0.08");
    }

    @Test
    void labelThatIsNotSeen_saysWhatIs() {
        assertThat(PictureSheet.lines("a.png", new Answer.NotSeen(List.of("dog", "outdoor"))))
                .containsExactly("a.png: not seen in it; what is: dog, outdoor");
    }
}
