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
        for (List<InputItem> batch = queue.take(512); !batch.isEmpty(); batch = queue.take(512)) {
            batch.forEach(item -> taken.add(((InputItem.Picture) item).file()));
        }
        putter.join();

        assertThat(taken).hasSize(40).startsWith("p0", "p1", "p2").endsWith("p39");
    }

    @Test
    void pictureAndVideo_amongPosts_comeAlone() throws Exception {
        var queue = new BatchQueue();
        queue.put(new InputItem.Refused("a", "$", "first"));
        queue.put(new InputItem.Refused("a", "$", "second"));
        queue.put(new InputItem.Picture("b", new byte[1]));
        queue.put(new InputItem.Video("c"));
        queue.put(new InputItem.Irrelevant());
        queue.end();

        assertThat(queue.take(512)).hasSize(2);
        assertThat(queue.take(512)).singleElement().isInstanceOf(InputItem.Picture.class);
        assertThat(queue.take(512)).singleElement().isInstanceOf(InputItem.Video.class);
        assertThat(queue.take(512)).singleElement().isInstanceOf(InputItem.Irrelevant.class);
        assertThat(queue.take(512)).isEmpty();
    }

    @Test
    void conveyor_ended_staysEmpty() throws Exception {
        var queue = new BatchQueue();
        queue.end();

        assertThat(queue.take(1)).isEmpty();
        assertThat(queue.take(1)).isEmpty();
    }
}
