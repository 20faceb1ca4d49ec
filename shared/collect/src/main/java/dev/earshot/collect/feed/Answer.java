package dev.earshot.collect.feed;

import java.util.Map;
import java.util.Optional;

/**
 * What a platform answered.
 *
 * @param headers by name in lower case
 * @param body the bytes, within the client's limit
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {
    public Answer {
        headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
