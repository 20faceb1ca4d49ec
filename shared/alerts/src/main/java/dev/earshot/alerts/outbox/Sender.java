package dev.earshot.alerts.outbox;

import dev.earshot.alerts.delivery.Answer;
import dev.earshot.alerts.delivery.Delivery;
import dev.earshot.alerts.message.Notice;

/** Makes one attempt. Thread-safe; answers within its own time limit and never throws. */
public interface Sender {
    Answer send(Notice notice, Delivery delivery);
}
