package dev.earshot.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
    void line_withFailure_namesClassMessageAndCause() {
        String line =
                new LogLine("message left on the queue")
                        .with(new IllegalStateException("no table", new RuntimeException("503")))
                        .toString();

        assertThat(line)
                .contains("\"failure\":\"java.lang.IllegalStateException\"")
                .contains("\"message\":\"no table\"")
                .contains("\"causeMessage\":\"503\"");
    }
}
