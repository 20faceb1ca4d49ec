package dev.earshot.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class BatchQueueTest {
    private static final int PICTURE = 10 << 20;

    @Test
    void conveyor_withMoreThanItHolds_waitsAndKeepsOrder() throws Exception {
        var queue = new BatchQueue();
        Thread putter =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        for (int i = 0; i < 40; i++) {
                                            queue.put(
                                                    new InputItem.Picture(
                                                            "p" + i, new byte[PICTURE]));
                                        }
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    } finally {
                                        queue.end();
                                    }
                                });
        List<String> taken = new ArrayList<>();
        int most = 0;
        for (List<InputItem> batch = queue.take(512); !batch.isEmpty(); batch = queue.take(512)) {
            most = Math.max(most, batch.size());
            batch.forEach(item -> taken.add(((InputItem.Picture) item).file()));
        }
        putter.join();

        assertThat(taken).hasSize(40).startsWith("p0", "p1", "p2").endsWith("p39");
        assertThat(most).isLessThan(40);
    }

    @Test
    void conveyor_ended_staysEmpty() throws Exception {
        var queue = new BatchQueue();
        queue.end();

        assertThat(queue.take(1)).isEmpty();
        assertThat(queue.take(1)).isEmpty();
    }
}
