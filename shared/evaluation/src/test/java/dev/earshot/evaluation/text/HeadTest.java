package dev.earshot.evaluation.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

final class HeadTest {
    @ParameterizedTest
    @CsvSource({
        "SENTIMENT, negative, 0",
        "SENTIMENT, Positive, 2",
        "SENTIMENT, 1, 1",
        "EMOTION, sadness, 3",
        "IRONY, non_irony, 0",
        "IRONY, irony, 1",
        "IRONY, sarcastic, 1",
        "IRONY, not_sarcastic, 0",
        "OFFENSIVE, not-offensive, 0",
        "OFFENSIVE, offensive, 1",
        "HATEFUL, not-hate, 0",
        "HATEFUL, hate, 1",
        "INTENT, churn_risk, 5",
        "INTENT, safety or legal, 6"
    })
    void label_asDataSetsSpellIt_isKnown(Head head, String written, int expected) {
        assertThat(head.label(written)).contains(expected);
    }

    @Test
    void label_ofAnotherTask_isUnknown() {
        assertThat(Head.SENTIMENT.label("irony")).isEqualTo(Optional.empty());
        assertThat(Head.HATEFUL.label("offensive")).isEqualTo(Optional.empty());
    }
}
