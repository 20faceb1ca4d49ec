package dev.earshot.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Queues whose disk fills up. */
final class DiskGuardTest {
    private final AtomicLong usable = new AtomicLong(Long.MAX_VALUE);

    @Test
    void message_forAFullDisk_isRefusedAtOnceAndThoseThereAreStillTaken(@TempDir Path folder)
            throws Exception {
        int port = Loopback.freePort(0);
        try (SqsServer server =
                        SqsServer.start(
                                port,
                                LocalQueue.REGION,
                                "000000000000",
                                LocalQueue.requests(),
                                folder,
                                new DiskGuard(usable::get),
                                InstantSource.system());
                SqsClient sqs = LocalQueue.client(port)) {
            assertThat(server).isNotNull();
            String queue = sqs.createQueue(request -> request.queueName("posts")).queueUrl();
            sqs.sendMessage(request -> request.queueUrl(queue).messageBody("before"));
            usable.set(DiskGuard.SPARE_BYTES - 1);

            assertThatThrownBy(
                            () ->
                                    sqs.sendMessage(
                                            request -> request.queueUrl(queue).messageBody("more")))
                    .isInstanceOf(SqsException.class)
                    .hasMessageContaining("less than 64 MB left");
            assertThat(sqs.receiveMessage(request -> request.queueUrl(queue)).messages())
                    .singleElement()
                    .satisfies(message -> assertThat(message.body()).isEqualTo("before"));

            usable.set(Long.MAX_VALUE);
            sqs.sendMessage(request -> request.queueUrl(queue).messageBody("after"));
            assertThat(sqs.receiveMessage(request -> request.queueUrl(queue)).messages())
                    .singleElement()
                    .satisfies(message -> assertThat(message.body()).isEqualTo("after"));
        }
    }
}
