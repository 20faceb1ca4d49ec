package dev.earshot.deliveralerts;

import dev.earshot.alerts.delivery.Answer;
import dev.earshot.alerts.outbox.AlertRouting;
import dev.earshot.alerts.outbox.Deliveries;
import dev.earshot.alerts.outbox.Work;
import dev.earshot.core.Outcome;
import dev.earshot.core.store.StoreException;
import dev.earshot.lambda.LogLine;

import java.util.Optional;
import java.util.function.Consumer;

/** Does one piece of work. Thread-safe. */
final class AlertWork {
    private final AlertRouting routing;
    private final Deliveries deliveries;

    AlertWork(AlertRouting routing, Deliveries deliveries) {
        this.routing = routing;
        this.deliveries = deliveries;
    }

    /**
     * Does the work that a message names.
     *
     * @param log takes a line for each attempt, without address or content
     */
    Outcome run(String message, Consumer<String> log) {
        Optional<Work> work = Work.read(message);
        if (work.isEmpty()) {
            return new Outcome.Poison("the message names no work");
        }
        try {
            switch (work.get().kind()) {
                case LOOK -> routing.look(work.get());
                case DELIVER ->
                        deliveries
                                .attempt(work.get())
                                .ifPresent(answer -> log.accept(line(work.get(), answer)));
            }
            return new Outcome.Done(false);
        } catch (StoreException e) {
            return new Outcome.Retry(e);
        }
    }

    private static String line(Work work, Answer answer) {
        return new LogLine("delivery attempted")
                .with("alert", work.subject())
                .with("taken", answer instanceof Answer.Taken ? 1 : 0)
                .with("outcome", answer.getClass().getSimpleName())
                .toString();
    }
}
