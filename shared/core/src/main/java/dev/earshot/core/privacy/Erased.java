package dev.earshot.core.privacy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Handles;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Pseudonymiser;

import java.util.Set;

/**
 * Of whom nothing may be left. Only digests are known, so words that are found somewhere are hashed
 * as an account would be and compared. Thread-safe.
 */
public final class Erased {
    private final WorkspaceId workspace;
    private final Set<ErasureMark> authors;
    private final Set<String> pictures;
    private final Pseudonymiser pseudonymiser;

    /**
     * @param pictures keys of the uploaded files that only they showed
     */
    public Erased(
            WorkspaceId workspace,
            Set<ErasureMark> authors,
            Set<String> pictures,
            Pseudonymiser pseudonymiser) {
        this.workspace = workspace;
        this.authors = Set.copyOf(authors);
        this.pictures = Set.copyOf(pictures);
        this.pseudonymiser = pseudonymiser;
    }

    public WorkspaceId workspace() {
        return workspace;
    }

    public Set<ErasureMark> authors() {
        return authors;
    }

    public Set<String> pictures() {
        return pictures;
    }

    public boolean is(AuthorRef author) {
        return authors.contains(ErasureMark.of(author));
    }

    /** Whether a word is the id or the handle of one of them, on whichever platform. */
    public boolean isAccount(String word) {
        for (Platform platform : Platform.values()) {
            if (is(pseudonymiser.pseudonym(workspace, platform, word))) {
                return true;
            }
            String plain = Handles.plain(platform, word);
            if (!plain.equals(word) && is(pseudonymiser.pseudonym(workspace, platform, plain))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text names the account of one of them. */
    public boolean isNamedIn(String text) {
        return !authors.isEmpty() && AccountWords.of(text).distinct().anyMatch(this::isAccount);
    }
}
