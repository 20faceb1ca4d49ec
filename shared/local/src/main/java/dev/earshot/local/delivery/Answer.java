package dev.earshot.local.delivery;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What the gateway sends back; header names in lower case. */
@SuppressWarnings("ArrayRecordComponent") // Never compared: the bytes go straight to the socket.
record Answer(int status, Map<String, String> headers, List<String> cookies, byte[] body) {
    Answer {
        headers = Map.copyOf(headers);
        cookies = List.copyOf(cookies);
    }

    /** A message of the gateway itself, worded as AWS does. */
    static Answer message(int status, String message) {
        return new Answer(
                status,
                Map.of("content-type", "application/json"),
                List.of(),
                ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8));
    }
}
