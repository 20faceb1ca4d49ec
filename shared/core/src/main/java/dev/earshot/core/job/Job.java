package dev.earshot.core.job;

import dev.earshot.core.Checks;
import dev.earshot.core.WorkspaceId;

import java.time.Instant;

/**
 * Work for the container worker.
 *
 * @param id unique in its workspace; two messages of one id are one job
 * @param createdAt when it was asked for
 */
public record Job(String id, WorkspaceId workspace, Task task, Instant createdAt) {
    public Job {
        Checks.name("job id", id, 64);
    }
}
