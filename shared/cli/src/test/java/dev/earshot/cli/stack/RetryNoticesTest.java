package dev.earshot.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.local.WaitingMessages;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class RetryNoticesTest {
    private final RetryNotices notices = new RetryNotices();

    @Test
    void lines_onChangesAlone_sayHowManyWaitAndWhy() {
        var three = new WaitingMessages("analyze-posts", 0, 3, "cannot write a transaction");
        var one = new WaitingMessages("analyze-posts", 0, 1, "");

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

    @Test
    void lines_backlog_areAFewWhileItShrinks() {
        List<String> lines = new ArrayList<>();
        for (int left = 4_000; left >= 0; left -= 10) {
            lines.addAll(notices.lines(List.of(new WaitingMessages("analyze-media", left, 0, ""))));
        }

        assertThat(lines)
                .hasSize(8)
                .startsWith("  analyze-media: some 2000 messages wait for their turn")
                .endsWith("  analyze-media: no message waits for its turn any more");
    }
}
