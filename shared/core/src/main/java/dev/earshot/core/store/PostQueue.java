package dev.earshot.core.store;

import dev.earshot.core.WorkspaceId;

import java.util.Optional;

/**
 * Queues messages of posts for analysis. Thread-safe; failures surface as {@link StoreException}.
 */
public interface PostQueue {
    /**
     * The largest message, in UTF-8 bytes, attributes aside. SQS takes 1 MiB in all since August
     * 2025; a quarter of it keeps a batch of messages well under Lambda's 6 MB event.
     */
    int MAX_BYTES = 256 * 1024 - 1024;

    /**
     * Queues one message.
     *
     * @param source the format's name, empty to detect it
     * @param body at most {@link #MAX_BYTES} and 100 posts
     */
    void send(WorkspaceId workspace, Optional<String> source, String body);
}
