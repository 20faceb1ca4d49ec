package dev.earshot.local.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.store.StoreException;
import dev.earshot.lambda.LogLine;

import org.junit.jupiter.api.Test;

final class LastFailureTest {
    private final LastFailure last = new LastFailure();

    @Test
    void reason_ofAServiceThatFailed_isItsMessageAndCause() {
        var failure = new StoreException("cannot write", new IllegalStateException("throttled"));

        last.note(new LogLine("message left on the queue").with(failure) + "\n");

        assertThat(last.reason()).isEqualTo("cannot write (IllegalStateException)");
    }

    @Test
    void reason_ofAFaultOfTheProgram_isItsClass() {
        var failure = new IllegalStateException("x");

        last.note(new LogLine("message left on the queue").with(failure).toString());

        assertThat(last.reason()).isEqualTo("IllegalStateException");
    }

    @Test
    void reason_ofOtherLines_staysEmpty() {
        last.note(new LogLine("batch handled").with("messages", 3).toString());
        last.note("no JSON at all");

        assertThat(last.reason()).isEmpty();
    }
}
