package dev.earshot.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

class DirectAnswersTest {
    @Test
    void answer_thatIsFine_mayBeKeptByTheCallerAlone() {
        var answer = DirectAnswers.of(200, "application/json", "{}", Map.of("link", "</v1>"));

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo("{}");
        assertThat(answer.getHeaders())
                .containsEntry("cache-control", "private, no-cache")
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("content-type", "application/json")
                .containsEntry("link", "</v1>");
    }

    @Test
    void answer_thatIsAProblem_isKeptByNobody() {
        assertThat(DirectAnswers.of(404, "application/problem+json", "{}", Map.of()).getHeaders())
                .containsEntry("cache-control", "no-store");
    }
}
