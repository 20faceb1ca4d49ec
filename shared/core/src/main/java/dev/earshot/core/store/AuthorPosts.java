package dev.earshot.core.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.AuthorRef;

import java.time.Instant;
import java.util.List;

/**
 * Index of the live posts by author, maintained by {@link AnalysisStore#commit} with the posts
 * themselves: it equals the projection of the live posts, whatever was repeated, reordered, edited,
 * removed or cut off by a crash, but may follow them by a second or so. Thread-safe; failures
 * surface as {@link StoreException}.
 */
public interface AuthorPosts {
    /** Authors are partitioned by the first two digits of their pseudonyms into this many parts. */
    int PARTS = 256;

    /** One author's live posts, by time of publication, then id. */
    List<AuthorPost> posts(WorkspaceId workspace, AuthorRef author);

    /**
     * All entries of one part's authors; those of one author are adjacent.
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

    /** An entry, with the time of its last write, rounded down to seconds. */
    sealed interface Entry {
        Instant writtenAt();

        /** A live post. */
        record Post(AuthorPost post, Instant writtenAt) implements Entry {}

        /**
         * Something was erased: a post of the marked author, or a post that answered one. Kept for
         * a few days.
         */
        record Gone(ErasureMark mark, Instant writtenAt) implements Entry {}
    }
}
