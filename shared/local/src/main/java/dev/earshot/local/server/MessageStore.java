package dev.earshot.local.server;

import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.OneForOneStrategy;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.SupervisorStrategy;
import org.apache.pekko.japi.pf.DeciderBuilder;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.CreateQueueMetadata;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;

import scala.jdk.javaapi.CollectionConverters;

import java.util.ArrayList;

/**
 * Keeps messages in a database. ElasticMQ's own store also leaves a message that moves to a
 * dead-letter queue in its old queue's table; after a restart the message would move again, its
 * second insertion would fail, and nothing would be stored from then on. So this actor, in front of
 * that store, removes a message from any other queue before it is added.
 */
final class MessageStore extends AbstractActor {
    private final ActorRef store;

    MessageStore(MessageDatabase database) {
        store =
                getContext()
                        .actorOf(
                                Props.create(
                                        SqlQueuePersistenceActor.class,
                                        () ->
                                                new SqlQueuePersistenceActor(
                                                        database.config(),
                                                        CollectionConverters.asScala(
                                                                        new ArrayList<
                                                                                CreateQueueMetadata>())
                                                                .toList())));
    }

    static ActorRef open(ActorSystem system, MessageDatabase database) {
        return system.actorOf(Props.create(MessageStore.class, () -> new MessageStore(database)));
    }

    /**
     * A failed statement fails its request alone. A store that is started anew, as it would be by
     * default, knows no queue any more, and would say that it keeps what it drops.
     */
    @Override
    public SupervisorStrategy supervisorStrategy() {
        return new OneForOneStrategy(
                DeciderBuilder.matchAny(failure -> SupervisorStrategy.resume()).build());
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
