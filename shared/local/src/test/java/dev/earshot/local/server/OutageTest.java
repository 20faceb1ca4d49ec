package dev.earshot.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.aws.queue.SqsMessageVisibility;
import dev.earshot.core.store.RedeliveryWait;
import dev.earshot.testkit.SettableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What the queue does with a message whose store is away, by a clock that the test sets. */
final class OutageTest {
    /** Shortens every wait by as much as it ever is. */
    private static final RandomGenerator SHORTEST =
            new RandomGenerator() {
                @Override
                public long nextLong() {
                    return -1;
                }
            };

    /** ElasticMQ stamps a new message by the machine's clock, so the test's must not be behind. */
    private final Instant begin = Instant.now().plusSeconds(60);

    private final SettableClock clock = new SettableClock(begin);
    private final RedeliveryWait wait = new RedeliveryWait(SHORTEST);
    private SqsServer server;
    private SqsClient sqs;
    private String dead;
    private String posts;

    @BeforeEach
    void start() throws Exception {
        int port = Loopback.freePort(0);
        server =
                SqsServer.start(
                        port,
                        LocalQueue.REGION,
                        "000000000000",
                        LocalQueue.requests(),
                        null,
                        clock);
        sqs = LocalQueue.client(port);
        dead = sqs.createQueue(request -> request.queueName("dead")).queueUrl();
        posts =
                sqs.createQueue(
                                request ->
                                        request.queueName("posts")
                                                .attributes(
                                                        Map.of(
                                                                QueueAttributeName
                                                                        .VISIBILITY_TIMEOUT,
                                                                "720",
                                                                QueueAttributeName.REDRIVE_POLICY,
                                                                redrive())))
                        .queueUrl();
        sqs.sendMessage(request -> request.queueUrl(posts).messageBody("a post"));
    }

    private static String redrive() {
        return "{\"deadLetterTargetArn\":\"arn:aws:sqs:"
                + LocalQueue.REGION
                + ":000000000000:dead\",\"maxReceiveCount\":\""
                + RedeliveryWait.RECEIVES
                + "\"}";
    }

    @AfterEach
    void stop() {
        sqs.close();
        server.close();
    }

    @Test
    void message_whoseStoreIsAwayForAnHour_isDeliveredAfterIt() {
        List<Duration> deliveries = fail(Duration.ofHours(1));

        assertThat(deliveries.get(1)).isLessThan(Duration.ofSeconds(6));
        assertThat(deliveries.getLast()).isGreaterThanOrEqualTo(Duration.ofHours(1));
        assertThat(receive(dead)).isEmpty();
    }

    @Test
    void message_whoseStoreNeverComesBack_endsInTheDeadLetterQueue() {
        assertThat(fail(Duration.ofDays(1))).hasSize(RedeliveryWait.RECEIVES);
        assertThat(receive(dead)).extracting(Message::body).containsExactly("a post");
    }

    /** Fails each delivery until an outage ends; the times of the deliveries, the last after it. */
    private List<Duration> fail(Duration outage) {
        var visibility = new SqsMessageVisibility(sqs, posts);
        List<Duration> deliveries = new ArrayList<>();
        while (true) {
            List<Message> received = receive(posts);
            if (received.isEmpty()) {
                return deliveries;
            }
            Message message = received.getFirst();
            deliveries.add(Duration.between(begin, clock.instant()));
            if (deliveries.getLast().compareTo(outage) >= 0) {
                return deliveries;
            }
            int receives =
                    Integer.parseInt(
                            message.attributes()
                                    .get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT));
            assertThat(receives).isEqualTo(deliveries.size());
            Duration hidden = wait.after(receives);
            visibility.hide(message.receiptHandle(), hidden);
            clock.advance(hidden.plusSeconds(2));
        }
    }

    private List<Message> receive(String queue) {
        return sqs.receiveMessage(
                        request ->
                                request.queueUrl(queue)
                                        .messageSystemAttributeNames(
                                                MessageSystemAttributeName.ALL))
                .messages();
    }
}
