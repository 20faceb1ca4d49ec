package dev.earshot.core.privacy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.HandleRef;
import dev.earshot.core.post.Handles;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Pseudonymiser;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Of whom nothing may be left. Only digests are known, so words that are found somewhere are hashed
 * as an account would be and compared. Thread-safe.
 */
public final class Erased {
    private static final Pattern PSEUDONYM =
            Pattern.compile("(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])");

    private final WorkspaceId workspace;
    private final Set<ErasureMark> authors;
    private final Set<String> pictures;
    private final Set<HandleRef> handles;
    private final Pseudonymiser pseudonymiser;

    /**
     * @param pictures keys of the uploaded files that only they showed
     * @param handles what their accounts were called
     */
    public Erased(
            WorkspaceId workspace,
            Set<ErasureMark> authors,
            Set<String> pictures,
            Set<HandleRef> handles,
            Pseudonymiser pseudonymiser) {
        this.workspace = workspace;
        this.authors = Set.copyOf(authors);
        this.pictures = Set.copyOf(pictures);
        this.handles = Set.copyOf(handles);
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

    private boolean isHandle(String word) {
        for (Platform platform : Platform.values()) {
            String plain = Handles.plain(platform, word);
            if (handles.contains(pseudonymiser.handle(workspace, platform, plain))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a text names the account of one of them by its id, or by its handle after an
     * {@code @} or in an address, or has their pseudonym. A handle alone may be any word.
     */
    public boolean isNamedIn(String text) {
        return !authors.isEmpty()
                && (AccountWords.of(text).distinct().anyMatch(this::isAccount)
                        || (!handles.isEmpty()
                                && AccountWords.handles(text).distinct().anyMatch(this::isHandle))
                        || PSEUDONYM
                                .matcher(text)
                                .results()
                                .anyMatch(found -> is(new AuthorRef(found.group()))));
    }
}
