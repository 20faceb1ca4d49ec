package dev.earshot.core.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorEnd;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.HandleRef;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The marks of authors of whom nothing may be kept, which posts meet that come later: those that
 * waited in a queue, those of an old file. Thread-safe; failures surface as {@link StoreException}.
 *
 * <p>Nothing slips through between two writers. Who ends an author marks first and then removes
 * what is there. Who stores a post asks for the {@link #version} afterwards once more; if it has
 * grown, it looks again at whom it has stored. So of the two at least one sees the other.
 */
public interface AuthorEnds {
    /**
     * Grows after every mark that is set; 0 where none ever was. Strongly consistent, and one small
     * read however many marks there are.
     */
    long version(WorkspaceId workspace);

    /** Those among some authors that are marked, strongly consistent. */
    Set<ErasureMark> ended(WorkspaceId workspace, Collection<ErasureMark> authors);

    /**
     * Marks an author. Of a platform's end and restoration the later counts, whatever comes first;
     * a person's request stands beside them.
     */
    void end(WorkspaceId workspace, AuthorEnd end);

    /**
     * Notes what the removal of an author's posts leaves to do.
     *
     * @param traces keys of uploaded files that only they showed, and digests of their handles
     */
    void leave(WorkspaceId workspace, ErasureMark author, Set<String> traces);

    /** Marked authors whose traces in what others wrote, and pictures, were not yet removed. */
    List<Open> open(WorkspaceId workspace);

    /** What was left to do for an author has been done. */
    void settle(WorkspaceId workspace, ErasureMark author);

    /**
     * A marked author of whom more than the posts is still to be removed.
     *
     * @param traces as they were left
     */
    record Open(ErasureMark author, Set<String> traces) {
        public Open {
            traces = Set.copyOf(traces);
        }

        /** Keys of uploaded files that only they showed. */
        public Set<String> pictures() {
            return traces.stream().filter(each -> !isHandle(each)).collect(Collectors.toSet());
        }

        /** What their accounts were called, hashed. */
        public Set<HandleRef> handles() {
            return traces.stream()
                    .filter(Open::isHandle)
                    .map(HandleRef::new)
                    .collect(Collectors.toSet());
        }

        /** A file's key has slashes. */
        private static boolean isHandle(String trace) {
            return trace.indexOf('/') < 0;
        }
    }

    /**
     * Lifts a mark: a platform's that is not later than {@code at}; or a person's own. Where none
     * stands, nothing is kept: who was restored before the end arrives stays ended.
     */
    void restore(WorkspaceId workspace, ErasureMark author, Instant at, AuthorEnd.Reason reason);
}
