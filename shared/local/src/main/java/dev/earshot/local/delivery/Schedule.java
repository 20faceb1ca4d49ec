package dev.earshot.local.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.earshot.local.server.Invocable;
import dev.earshot.local.template.CloudTemplate.ScheduleTrigger;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Calls a function at a fixed rate, first one period after the start, as EventBridge does. A call
 * that takes longer than the period is followed by the next at once, since no two run at a time.
 * Thread-safe.
 */
public final class Schedule {
    private static final Logger LOG = System.getLogger(Schedule.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Source source;
    private final Invocable function;
    private final InstantSource clock;
    private final Thread thread;

    private Schedule(Source source, Invocable function, InstantSource clock) {
        this.source = source;
        this.function = function;
        this.clock = clock;
        this.thread =
                Thread.ofPlatform()
                        .name("schedule-" + source.name())
                        .daemon(true)
                        .unstarted(this::fire);
    }

    /** What is called, and when. */
    public record Source(String name, String account, String region, ScheduleTrigger trigger) {}

    /** Starts the schedule. */
    public static Schedule start(Source source, Invocable function, InstantSource clock) {
        Schedule schedule = new Schedule(source, function, clock);
        schedule.thread.start();
        return schedule;
    }

    private void fire() {
        long period = source.trigger().rate().toNanos();
        long due = System.nanoTime() + period;
        try {
            while (!stopping.await(due - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                call();
                due = next(due, period, System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * When the next call is due: a period after the last was, however long that took; periods that
     * a long call filled are not made up for. All in nanoseconds of one clock.
     */
    static long next(long due, long period, long now) {
        return Math.max(due + period, now);
    }

    private void call() {
        try {
            function.invoke(event(clock.instant()));
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
            LOG.log(Level.WARNING, "a scheduled call of " + source.name() + " failed: " + e);
            LOG.log(Level.DEBUG, source.name(), e);
        }
    }

    /** The event as EventBridge writes it, or the trigger's own input. */
    byte[] event(Instant now) {
        String input = source.trigger().input();
        if (input != null) {
            return input.getBytes(StandardCharsets.UTF_8);
        }
        ObjectNode event = JSON.createObjectNode();
        event.put("version", "0");
        event.put("id", UUID.randomUUID().toString());
        event.put("detail-type", "Scheduled Event");
        event.put("source", "aws.events");
        event.put("account", source.account());
        event.put("time", now.truncatedTo(ChronoUnit.SECONDS).toString());
        event.put("region", source.region());
        event.putArray("resources")
                .add(
                        "arn:aws:events:"
                                + source.region()
                                + ":"
                                + source.account()
                                + ":rule/"
                                + source.name()
                                + source.trigger().id());
        event.putObject("detail");
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Starts no further calls. */
    public void stop() {
        stopping.countDown();
    }

    /** Waits until a call in flight has ended. */
    public void close() throws InterruptedException {
        stop();
        thread.join();
    }
}
