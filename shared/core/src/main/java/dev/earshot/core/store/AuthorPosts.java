package dev.earshot.core.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.AuthorRef;

import java.time.Instant;
import java.util.List;

/**
 * The live posts by author, kept together with the posts themselves by {@link
 * AnalysisStore#commit}: at any moment they are the projection of the live posts, whatever was
 * repeated, reordered, edited, removed or cut off by a crash. Thread-safe; failures surface as
 * {@link StoreException}.
 */
public interface AuthorPosts {
    /** Authors are spread over this many parts by the first two digits of their pseudonyms. */
    int PARTS = 256;

    /** One author's live posts, strongly consistent, by time of publication, then id. */
    List<AuthorPost> posts(WorkspaceId workspace, AuthorRef author);

    /**
     * All that is kept of one part's authors, posts of one author side by side.
     *
     * @param part 0 to {@value #PARTS} - 1
     */
    List<Entry> part(WorkspaceId workspace, int part);

    /** The workspaces that have or had authors, sorted. */
    List<WorkspaceId> workspaces();

    /** The part of an author. */
    static int partOf(AuthorRef author) {
        return Integer.parseInt(author.pseudonym().substring(0, 2), 16);
    }

    /** Something kept under an author, and when it was written last (whole seconds, down). */
    sealed interface Entry {
        Instant writtenAt();

        /** A live post. */
        record Post(AuthorPost post, Instant writtenAt) implements Entry {}

        /**
         * For a few days: something that was there is gone, a post of the one whom the mark stands
         * for or an answer to it.
         */
        record Gone(ErasureMark mark, Instant writtenAt) implements Entry {}
    }
}
