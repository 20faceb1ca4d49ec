package dev.earshot.local.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Picks from a function's log why it last left a message on its queue. Thread-safe. */
final class LastFailure {
    private static final ObjectMapper JSON = new ObjectMapper();

    private volatile String reason = "";

    /** Looks at a line of the log. */
    void note(String line) {
        if (!line.contains("message left on the queue")) {
            return;
        }
        try {
            JsonNode fields = JSON.readTree(line);
            String message = fields.path("message").asText("");
            String cause = fields.path("causeMessage").asText("");
            reason = cause.isEmpty() || cause.equals("null") ? message : message + ": " + cause;
        } catch (JsonProcessingException e) {
            reason = line.strip();
        }
    }

    /** The reason; empty if no message was left. */
    String reason() {
        return reason;
    }
}
