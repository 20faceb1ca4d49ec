package dev.earshot.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.local.WaitingMessages;

import org.junit.jupiter.api.Test;

import java.util.List;

final class RetryNoticesTest {
    private final RetryNotices notices = new RetryNotices();

    @Test
    void lines_onChangesAlone_sayHowManyWaitAndWhy() {
        var three = new WaitingMessages("analyze-posts", 3, "cannot write a transaction");
        var one = new WaitingMessages("analyze-posts", 1, "");

        assertThat(notices.lines(List.of())).isEmpty();
        assertThat(notices.lines(List.of(three)))
                .containsExactly(
                        "  analyze-posts: 3 messages wait to be tried again, since cannot write a"
                                + " transaction");
        assertThat(notices.lines(List.of(three))).isEmpty();
        assertThat(notices.lines(List.of(one)))
                .containsExactly(
                        "  analyze-posts: 1 message waits to be tried again; the log says why");
        assertThat(notices.lines(List.of()))
                .containsExactly("  analyze-posts: no message waits to be tried again any more");
        assertThat(notices.lines(List.of())).isEmpty();
    }
}
