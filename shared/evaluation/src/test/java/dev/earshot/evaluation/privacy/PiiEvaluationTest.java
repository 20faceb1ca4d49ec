package dev.earshot.evaluation.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.privacy.PiiKind;
import dev.earshot.evaluation.privacy.PiiEvaluation.Outcome;
import dev.earshot.evaluation.privacy.PiiEvaluation.Tally;
import dev.earshot.evaluation.privacy.PiiPosts.Label;
import dev.earshot.evaluation.privacy.PiiPosts.LabelledPost;
import dev.earshot.privacy.PiiDetector;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

class PiiEvaluationTest {
    private static final PiiDetector DETECTOR = PiiDetector.builtIn();

    private static List<LabelledPost> read(String lines) throws IOException {
        return PiiPosts.read(
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), "posts.jsonl");
    }

    @Test
    void read_offsetsInCodePoints_areLedToUnits() throws IOException {
        List<LabelledPost> posts =
                read(
                        "{\"text\":\"😀 Ann\",\"spans\":[{\"label\":\"PERSON\",\"start\":2,\"end\":5,"
                                + "\"value\":\"Ann\"}]}");
        assertThat(posts.getFirst().labels()).containsExactly(new Label("PERSON", 3, 6));
    }

    @Test
    void read_aBrokenLine_saysWhichAndWhatIsExpected() {
        assertThatThrownBy(() -> read("{\"text\":\"a\",\"spans\":[]}\n{\"words\":1}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("posts.jsonl, line 2")
                .hasMessageContaining("text and a list of spans");
    }

    @Test
    void read_aSpanOutsideTheText_isRefused() {
        assertThatThrownBy(
                        () ->
                                read(
                                        "{\"text\":\"a\",\"spans\":[{\"label\":\"PERSON\",\"start\":0,"
                                                + "\"end\":9}]}"))
                .hasMessageContaining("within the text");
    }

    /** One address right, one missed (of two) and one phone number that is labelled an address. */
    @Test
    void measure_rightMissedAndWrong_areCountedByKind() {
        var post =
                new LabelledPost(
                        "a@example.org b at home, +44 7911 123456",
                        "",
                        List.of(
                                new Label("EMAIL_ADDRESS", 0, 13),
                                new Label("EMAIL_ADDRESS", 14, 23),
                                new Label("AGE", 19, 23)));
        Outcome outcome = PiiEvaluation.measure(DETECTOR, List.of(post));
        assertThat(outcome.byKind().get(PiiKind.EMAIL)).isEqualTo(new Tally(2, 1, 1));
        assertThat(outcome.byKind().get(PiiKind.PHONE)).isEqualTo(new Tally(0, 1, 0));
        assertThat(outcome.unknown()).containsEntry("AGE", 1);
    }

    /** Precision 1 and recall 1/2: F1 is 2/3, F2 is 5/2 over 4 + 1/2, so 5/9. */
    @Test
    void f_ofATally_isTheWeightedMean() {
        Tally tally = new Tally(2, 1, 1);
        assertThat(tally.f(1)).isEqualTo(2.0 / 3);
        assertThat(tally.f(2)).isCloseTo(5.0 / 9, org.assertj.core.data.Offset.offset(1e-12));
    }

    /** What models/names/card.md reports of the project's own posts may not get worse. */
    @Test
    void measure_ownPosts_holdsTheFiguresOfTheCard() {
        Outcome outcome = PiiEvaluation.measure(DETECTOR, OwnPosts.all());
        for (PiiKind kind :
                List.of(
                        PiiKind.EMAIL,
                        PiiKind.PHONE,
                        PiiKind.IP,
                        PiiKind.CARD,
                        PiiKind.IBAN,
                        PiiKind.WALLET,
                        PiiKind.NATIONAL_NUMBER)) {
            assertThat(tally(outcome, kind).f(1)).as(kind.name()).isGreaterThanOrEqualTo(.98);
        }
        assertThat(tally(outcome, PiiKind.PERSON).f(2)).isGreaterThan(.86);
        assertThat(outcome.brandsMasked()).isLessThanOrEqualTo(5);
        assertThat(outcome.registeredMasked()).isZero();
    }

    private static Tally tally(Outcome outcome, PiiKind kind) {
        return outcome.byKind().getOrDefault(kind, new Tally(0, 0, 0));
    }
}
