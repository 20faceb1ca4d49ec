package dev.earshot.local.server;

import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.CreateQueueMetadata;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;

import scala.jdk.javaapi.CollectionConverters;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps messages in an H2 file. ElasticMQ's own store also leaves a message that moves to a
 * dead-letter queue in its old queue's table; after a restart the message would move again, its
 * second insertion would fail, and nothing would be stored from then on. So this actor, in front of
 * that store, removes a message from any other queue before it is added.
 */
final class MessageStore extends AbstractActor {
    private final ActorRef store;

    MessageStore(ActorRef store) {
        this.store = store;
    }

    static ActorRef open(ActorSystem system, Path folder) throws SQLException {
        String uri =
                "jdbc:h2:file:"
                        + folder.toAbsolutePath().resolve("queues")
                        + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";
        giveBack(uri);
        SqlQueuePersistenceConfig config =
                new SqlQueuePersistenceConfig(true, "org.h2.Driver", uri, "", "", false);
        ActorRef sql =
                system.actorOf(
                        Props.create(
                                SqlQueuePersistenceActor.class,
                                () ->
                                        new SqlQueuePersistenceActor(
                                                config,
                                                CollectionConverters.asScala(
                                                                new ArrayList<
                                                                        CreateQueueMetadata>())
                                                        .toList())));
        return system.actorOf(Props.create(MessageStore.class, () -> new MessageStore(sql)));
    }

    /** Makes every received message visible again at once: its receiver died with the process. */
    private static void giveBack(String uri) throws SQLException {
        try (Connection connection = DriverManager.getConnection(uri, "", "");
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows =
                    statement.executeQuery(
                            "select table_name from information_schema.tables where table_name like"
                                    + " 'MESSAGE\\_%'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (PreparedStatement update =
                        connection.prepareStatement(
                                "update \""
                                        + table.replace("\"", "\"\"")
                                        + "\" set next_delivery = 0 where receive_count > 0")) {
                    update.executeUpdate();
                }
            }
        }
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(QueueEvent.MessageAdded.class, this::added)
                .matchAny(event -> store.forward(event, getContext()))
                .build();
    }

    private void added(QueueEvent.MessageAdded event) {
        InternalMessage message = event.message();
        remove(event.queueName(), message.id());
        if (message.deadLetterSourceQueueName().isDefined()) {
            remove(message.deadLetterSourceQueueName().get(), message.id());
        }
        store.forward(event, getContext());
    }

    private void remove(String queue, String message) {
        store.tell(new QueueEvent.MessageRemoved(queue, message), ActorRef.noSender());
    }
}
