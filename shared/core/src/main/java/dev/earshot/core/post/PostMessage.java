package dev.earshot.core.post;

import dev.earshot.core.WorkspaceId;

import java.time.Instant;
import java.util.Optional;

/**
 * A message as it came from a queue, a request or a file, not yet read.
 *
 * @param id unique to the message, unchanged when it is delivered again
 * @param body one post, an envelope of up to 100, or NDJSON
 * @param source the format's name, empty to detect it
 * @param sentAt when the sender sent it, unchanged when it is delivered again
 */
public record PostMessage(
        String id, WorkspaceId workspace, Optional<String> source, String body, Instant sentAt) {}
