package dev.earshot.local;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Closes the parts of a stack in order: deliveries are told to stop and waited for, then servers
 * close in the reverse order of their start, then the last steps run. A failing step does not
 * prevent the others. Thread-safe; a second run does nothing.
 */
final class Closing {
    private static final Logger LOG = System.getLogger(Closing.class.getName());

    private final List<Step> stops = new ArrayList<>();
    private final Deque<Step> deliveries = new ArrayDeque<>();
    private final Deque<Step> servers = new ArrayDeque<>();
    private final Deque<Step> last = new ArrayDeque<>();

    interface Action {
        void run() throws Exception;
    }

    private record Step(String name, Action action) {}

    synchronized void add(String name, Action action) {
        servers.push(new Step(name, action));
    }

    synchronized void last(String name, Action action) {
        last.push(new Step(name, action));
    }

    synchronized void delivery(String name, Action stop, Action finish) {
        stops.add(new Step(name, stop));
        deliveries.push(new Step(name, finish));
    }

    synchronized void run() {
        stops.forEach(Closing::close);
        stops.clear();
        for (Deque<Step> steps : List.of(deliveries, servers, last)) {
            while (!steps.isEmpty()) {
                close(steps.pop());
            }
        }
    }

    private static void close(Step step) {
        try {
            step.action().run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "closing " + step.name() + " failed", e);
        }
    }
}
