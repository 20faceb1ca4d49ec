package dev.earshot.core.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.SealedText;

import java.util.List;
import java.util.Optional;

/**
 * Keeps raw texts, each encrypted separately. Thread-safe; failures surface as {@link
 * StoreException}.
 */
public interface TextVault {
    /** Seals texts into one object under fresh keys; result {@code i} belongs to text {@code i}. */
    List<SealedText> seal(WorkspaceId workspace, List<String> texts);

    /** Opens one text; empty if the object has expired. */
    Optional<String> open(SealedText sealed);
}
