package dev.earshot.usecase.post;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.engagement.cases.CaseRules;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Says of freshly read posts which conversation they begin or continue. It is stored with the
 * post's result, in one transaction; so a case opens once, whatever is delivered twice.
 * Thread-safe.
 */
final class Conversations {
    private final AnalysisStore store;

    Conversations(AnalysisStore store) {
        this.store = store;
    }

    /** The posts that a post answers, by the ids that it names. */
    static List<PostId> answered(Post post) {
        return targets(post.references());
    }

    private static List<PostId> targets(List<Reference> references) {
        return references.stream()
                .filter(reference -> reference.kind() == Reference.Kind.REPLY)
                .map(Reference::target)
                .toList();
    }

    /**
     * The results, each with its conversation; in the order given.
     *
     * @param stored what is stored of the posts that they answer
     */
    List<PostAnalysis> join(
            WorkspaceId workspace, List<PostAnalysis> read, Map<PostId, StoredPost> stored) {
        var batch = new Batch(read, withCanonical(workspace, read, stored));
        return new ArrayList<>(IntStream.range(0, read.size()).mapToObj(batch::joined).toList());
    }

    /** A post and its answer may come in one batch, in any order. Not thread-safe. */
    private static final class Batch {
        private final List<PostAnalysis> read;
        private final Map<PostId, StoredPost> known;
        private final Map<PostId, Integer> places = new HashMap<>();
        private final @Nullable PostAnalysis[] joined;
        private final boolean[] begun;

        Batch(List<PostAnalysis> read, Map<PostId, StoredPost> known) {
            this.read = read;
            this.known = known;
            this.joined = new PostAnalysis[read.size()];
            this.begun = new boolean[read.size()];
            for (int i = 0; i < read.size(); i++) {
                places.putIfAbsent(read.get(i).id(), i);
                for (PostId other : read.get(i).otherIds()) {
                    places.putIfAbsent(other, i);
                }
            }
        }

        PostAnalysis joined(int place) {
            PostAnalysis done = joined[place];
            if (done != null) {
                return done;
            }
            PostAnalysis post = read.get(place);
            // Posts that answer each other in a circle exist in forged files alone.
            if (!begun[place]) {
                begun[place] = true;
                targets(post.context().references()).stream()
                        .map(places::get)
                        .filter(Objects::nonNull)
                        .forEach(this::joined);
            }
            PostAnalysis result =
                    CaseRules.conversation(post, known)
                            .map(of -> post.with(post.context().with(of)))
                            .orElse(post);
            joined[place] = result;
            if (result.context().conversation().isPresent()) {
                remember(result, known);
            }
            return result;
        }
    }

    private static void remember(PostAnalysis post, Map<PostId, StoredPost> known) {
        var live = new StoredPost.Live(post);
        var ids = new ArrayList<>(post.otherIds());
        ids.add(post.id());
        for (PostId id : ids) {
            if (!(known.get(id) instanceof StoredPost.Tombstone)) {
                known.put(id, live);
            }
        }
    }

    /** An answer may name an edit of the post that it answers. */
    private Map<PostId, StoredPost> withCanonical(
            WorkspaceId workspace, List<PostAnalysis> read, Map<PostId, StoredPost> stored) {
        var known = new HashMap<>(stored);
        Set<PostId> canonical =
                read.stream()
                        .flatMap(post -> targets(post.context().references()).stream())
                        .map(stored::get)
                        .filter(StoredPost.Alias.class::isInstance)
                        .map(state -> ((StoredPost.Alias) state).canonical())
                        .filter(id -> !stored.containsKey(id))
                        .collect(Collectors.toSet());
        if (!canonical.isEmpty()) {
            known.putAll(store.find(workspace, canonical));
        }
        return known;
    }
}
