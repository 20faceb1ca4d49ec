package dev.earshot.cli.predict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.engagement.predict.PastPost;
import dev.earshot.engagement.predict.Planned;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class PredictTest {
    @Test
    void mostActive_ofSeveralAccounts_isTheOneWithTheMostPosts() {
        assertThat(Predict.mostActive(List.of(by("a"), by("b"), by("b")))).isEqualTo("b");
        assertThat(Predict.mostActive(List.of(by("b"), by("a")))).isEqualTo("a");
        assertThat(Predict.mostActive(List.of())).isEqualTo("account");
    }

    private static PastPost by(String account) {
        return new PastPost(
                new Planned(
                        account,
                        Instant.EPOCH,
                        Optional.of("text"),
                        Planned.Form.TEXT,
                        Optional.empty()),
                1);
    }
}
