package dev.earshot.core.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.ErasureMark;

/** What is computed of authors, as far as its removal goes. Thread-safe. */
@FunctionalInterface
public interface AuthorScores {
    /**
     * Deletes an author's scores, their history and places. Failures are {@link StoreException}.
     */
    void remove(WorkspaceId workspace, ErasureMark author);
}
