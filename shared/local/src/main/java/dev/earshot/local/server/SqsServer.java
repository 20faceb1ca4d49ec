package dev.earshot.local.server;

import com.typesafe.config.ConfigFactory;

import dev.earshot.local.permission.SqsCalls;

import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.NodeAddress;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import org.jspecify.annotations.Nullable;

import scala.Option;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * ElasticMQ in this process; with a folder, queues and their messages survive a restart. It has no
 * check of signatures, so a gate stands before it and it listens where nobody looks.
 */
public final class SqsServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SQSRestServer server;
    private final ActorSystem system;
    private final SignedGate gate;
    private final @Nullable MessageDatabase database;

    private SqsServer(
            SQSRestServer server,
            ActorSystem system,
            SignedGate gate,
            @Nullable MessageDatabase database) {
        this.server = server;
        this.system = system;
        this.gate = gate;
        this.database = database;
    }

    /**
     * Starts the server.
     *
     * @param folder where messages are kept, or null to keep them in memory
     * @param clock tells when hidden messages are shown again
     */
    public static SqsServer start(
            int port,
            String region,
            String account,
            SignedRequests requests,
            @Nullable Path folder,
            InstantSource clock)
            throws Exception {
        DiskGuard disk =
                folder == null ? DiskGuard.none() : DiskGuard.of(Files.createDirectories(folder));
        return start(port, region, account, requests, folder, disk, clock);
    }

    static SqsServer start(
            int port,
            String region,
            String account,
            SignedRequests requests,
            @Nullable Path folder,
            DiskGuard disk,
            InstantSource clock)
            throws Exception {
        SqsCalls calls = new SqsCalls("arn:aws:sqs:" + region + ":" + account + ":");
        InetSocketAddress hidden = Loopback.hidden();
        MessageDatabase database =
                folder == null ? null : MessageDatabase.open(Files.createDirectories(folder));
        ActorSystem system = actors();
        try {
            Option<ActorRef> store =
                    database == null
                            ? Option.empty()
                            : Option.apply(MessageStore.open(system, database));
            ActorRef queues =
                    system.actorOf(
                            Props.create(
                                    QueueManagerActor.class,
                                    () ->
                                            new QueueManagerActor(
                                                    new ClockedNow(clock),
                                                    new LocalLimits(),
                                                    store)));
            if (store.isDefined()) {
                // Waits for the reply, or a message could be sent to a queue that is not restored
                // yet.
                var unused =
                        Patterns.ask(store.get(), new QueueEvent.Restore(queues), PATIENCE)
                                .toCompletableFuture()
                                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            SQSRestServer server =
                    SQSRestServerBuilder.withActorSystem(system)
                            .withQueueManagerActor(queues)
                            .withInterface(hidden.getHostString())
                            .withPort(hidden.getPort())
                            .withServerAddress(new NodeAddress("http", Loopback.HOST, port, ""))
                            .withSQSLimits(new LocalLimits())
                            .withAWSRegion(region)
                            .withAWSAccountId(account)
                            .start();
            server.waitUntilStarted();
            return new SqsServer(
                    server,
                    system,
                    SignedGate.start(
                            port,
                            requests,
                            request -> {
                                disk.check(request.operation());
                                return calls.of(request.operation(), request.body());
                            },
                            "http://" + hidden.getHostString() + ":" + hidden.getPort()),
                    database);
        } catch (Exception e) {
            var unused = system.terminate();
            if (database != null) {
                database.close();
            }
            throw new IOException("SQS cannot start on port " + port + ": " + e.getMessage(), e);
        }
    }

    private static ActorSystem actors() {
        return ActorSystem.create(
                "earshot-sqs",
                ConfigFactory.parseMap(
                                Map.of(
                                        "pekko.loglevel", "ERROR",
                                        "pekko.stdout-loglevel", "OFF",
                                        // The embedded cloud handles signals itself, so
                                        // that calls in flight finish first.
                                        "pekko.coordinated-shutdown.run-by-jvm-shutdown-hook",
                                                "off",
                                        "pekko.jvm-shutdown-hooks", "off",
                                        "pekko.http.server.parsing.max-content-length", "64m",
                                        "pekko.http.server.request-timeout", "60s"))
                        .withFallback(ConfigFactory.load()));
    }

    /** ElasticMQ's view of a clock. */
    private static final class ClockedNow extends NowProvider {
        private final InstantSource clock;

        ClockedNow(InstantSource clock) {
            this.clock = clock;
        }

        @Override
        public long nowMillis() {
            return clock.millis();
        }
    }

    @Override
    public void close() {
        Stop.server(
                "SQS",
                () -> {
                    try {
                        gate.close();
                        server.stopAndWait();
                        system.terminate();
                        system.getWhenTerminated()
                                .toCompletableFuture()
                                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                    } finally {
                        if (database != null) {
                            database.close();
                        }
                    }
                });
    }
}
