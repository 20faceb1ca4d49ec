package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.picture.PictureVector;
import dev.earshot.core.picture.QuestionVectors;
import dev.earshot.core.picture.QuestionVectors.Answer;
import dev.earshot.core.store.StoreException;

import org.junit.jupiter.api.Test;

import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class LoggedQuestionsTest {
    private static final String QUESTION = "our chairwoman, at the secret meeting";

    private final List<String> log = new ArrayList<>();

    private Answer ask(QuestionVectors questions) {
        return new LoggedQuestions(questions, log::add).of(QUESTION);
    }

    @Test
    void of_failureWithACause_isPassedOnAndLoggedWithItsCause() {
        var failed =
                new Answer.Failed(
                        "the model failed",
                        Optional.of(
                                new StoreException(
                                        "could not call embed",
                                        new SocketTimeoutException("Read timed out"))));

        assertThat(ask(question -> failed)).isSameAs(failed);

        assertThat(log)
                .singleElement()
                .asString()
                .startsWith("{\"event\":\"text-image model failed\"")
                .contains(
                        "\"reason\":\"the model failed\"",
                        "\"message\":\"could not call embed\"",
                        "\"cause\":\"java.net.SocketTimeoutException\"")
                .doesNotContain("\n", "chairwoman");
    }

    @Test
    void of_failureWithoutACause_isLoggedWithItsReason() {
        ask(question -> new Answer.Failed("it gave no vector", Optional.empty()));

        assertThat(log)
                .containsExactly(
                        "{\"event\":\"text-image model failed\",\"reason\":\"it gave no vector\"}");
    }

    @Test
    void of_anythingElse_isPassedOnAndNotLogged() {
        var known =
                new Answer.Known(
                        PictureVector.of(
                                new ModelVersion("clip", "1", "ab".repeat(32)),
                                new float[] {1, 0}));

        assertThat(ask(question -> known)).isSameAs(known);
        assertThat(ask(QuestionVectors.NONE)).isEqualTo(new Answer.Unmounted());

        assertThat(log).isEmpty();
    }

    @Test
    void of_aQuestion_isAskedAsItIs() {
        List<String> asked = new ArrayList<>();

        ask(
                question -> {
                    asked.add(question);
                    return new Answer.Unmounted();
                });

        assertThat(asked).containsExactly(QUESTION);
    }
}
