package dev.earshot.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.store.StoreException;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;

class LogLineTest {
    @Test
    void line_withWordsAndNumbers_isOneFlatJsonObject() {
        String line =
                new LogLine("batch handled")
                        .with("messages", 10)
                        .with("totalMs", Duration.ofNanos(1_234_567))
                        .with("source", "sqs")
                        .toString();

        assertThat(line)
                .isEqualTo(
                        "{\"event\":\"batch handled\",\"messages\":10,\"totalMs\":1.234,"
                                + "\"source\":\"sqs\"}");
    }

    @Test
    void line_withQuotesBreaksAndLoneSurrogates_escapesThem() {
        String line = new LogLine("a\"b").with("x", "1\n2\\3\uD800").toString();

        assertThat(line).isEqualTo("{\"event\":\"a\\\"b\",\"x\":\"1\\u000a2\\\\3\\ud800\"}");
    }

    @Test
    void line_withFailureOfAService_saysWhatItSaidAndWhereItArose() {
        String line =
                new LogLine("message left on the queue")
                        .with(new StoreException("could not queue posts", new IOException("503")))
                        .toString();

        assertThat(line)
                .contains("\"failure\":\"dev.earshot.core.store.StoreException\"")
                .contains("\"message\":\"could not queue posts\"")
                .contains("\"cause\":\"java.io.IOException\"")
                .contains("dev.earshot.lambda.LogLineTest.line_withFailureOfAService")
                .doesNotContain("503");
    }

    @Test
    void line_withAnyOtherFailure_doesNotRepeatItsMessage() {
        var canary = "jane.doe@example.com";
        String line =
                new LogLine("request answered")
                        .with(
                                new IllegalStateException(
                                        "no plan for " + canary,
                                        new IllegalArgumentException("got " + canary)))
                        .toString();

        assertThat(line)
                .doesNotContain(canary)
                .contains("\"failure\":\"java.lang.IllegalStateException\"")
                .contains("\"cause\":\"java.lang.IllegalArgumentException\"");
    }
}
