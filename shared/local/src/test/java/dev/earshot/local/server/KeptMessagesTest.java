package dev.earshot.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Messages that a queue keeps in a folder. */
final class KeptMessagesTest {
    @Test
    void messages_ofTwoFoldersInOneProcess_stayApart(@TempDir Path folder) throws Exception {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        try (Queue queue = new Queue(first)) {
            queue.send("of the first");
        }
        try (Queue queue = new Queue(second)) {
            assertThat(queue.receive()).isEmpty();
            queue.send("of the second");
        }
        delete(first);
        try (Queue queue = new Queue(second)) {
            assertThat(queue.receive()).containsExactly("of the second");
        }
    }

    @Test
    void message_receivedAndNotDeleted_isThereAfterRestart(@TempDir Path folder) throws Exception {
        try (Queue queue = new Queue(folder)) {
            queue.send("work");
            assertThat(queue.receive()).containsExactly("work");
            assertThat(queue.receive()).isEmpty();
        }
        try (Queue queue = new Queue(folder)) {
            assertThat(queue.receive()).containsExactly("work");
        }
    }

    @Test
    void server_besideAnotherOfTheProcess_isRefused(@TempDir Path folder) throws Exception {
        try (Queue first = new Queue(folder.resolve("first"))) {
            assertThatThrownBy(() -> new Queue(folder.resolve("second")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("close that stack first");
            first.send("still works");
            assertThat(first.receive()).containsExactly("still works");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A server and its client. */
    private static final class Queue implements AutoCloseable {
        private final SqsServer server;
        private final SqsClient client;
        private final String url;

        Queue(Path folder) throws Exception {
            int port = Loopback.freePort(0);
            server =
                    SqsServer.start(
                            port,
                            LocalQueue.REGION,
                            "000000000000",
                            LocalQueue.requests(),
                            folder,
                            Clock.systemUTC());
            client = LocalQueue.client(port);
            url = client.createQueue(request -> request.queueName("work")).queueUrl();
        }

        void send(String body) {
            client.sendMessage(request -> request.queueUrl(url).messageBody(body));
        }

        List<String> receive() {
            return client
                    .receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(10))
                    .messages()
                    .stream()
                    .map(Message::body)
                    .toList();
        }

        @Override
        public void close() {
            client.close();
            server.close();
        }
    }
}
