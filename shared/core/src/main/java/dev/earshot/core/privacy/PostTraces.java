package dev.earshot.core.privacy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.Conversation;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.AuthorScores;
import dev.earshot.core.store.PostScan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Posts, and what hangs on them in one transaction: brands' lists, authors' activity, counts, cases
 * and corrections. Those of erased authors go, and reposts of their words; others' answers forget
 * whom they answered. Thread-safe.
 */
public final class PostTraces implements ErasurePort {
    private static final int PAGE = 500;

    private final PostScan scan;
    private final AnalysisStore posts;
    private final AuthorScores scores;

    public PostTraces(PostScan scan, AnalysisStore posts, AuthorScores scores) {
        this.scan = scan;
        this.posts = posts;
        this.scores = scores;
    }

    @Override
    public String name() {
        return "posts, cases, corrections, scores";
    }

    @Override
    public Set<String> covers() {
        return Set.of("P", "B", "U", "F", "G", "I", "L", "text/");
    }

    @Override
    public long erase(Erased people) {
        people.authors().forEach(author -> scores.remove(people.workspace(), author));
        long changed = 0;
        for (int part = 0; part < PostScan.PARTS; part++) {
            Optional<PostId> after = Optional.empty();
            do {
                PostScan.Page page = scan.part(people.workspace(), part, after, PAGE);
                changed += erase(people, page.posts());
                after = page.next();
            } while (after.isPresent());
        }
        return changed;
    }

    private long erase(Erased people, List<PostAnalysis> page) {
        WorkspaceId workspace = people.workspace();
        Map<PostId, Boolean> forgotten = forgotten(workspace, page);
        var changes = new ArrayList<PostChange>();
        var removed = new ArrayList<PostId>();
        for (PostAnalysis post : page) {
            List<Reference> gone =
                    post.context().references().stream()
                            .filter(r -> r.author().filter(people::is).isPresent())
                            .toList();
            boolean theirs = post.author().map(Author::ref).filter(people::is).isPresent();
            boolean repeats = gone.stream().anyMatch(r -> r.kind() == Reference.Kind.REPOST);
            boolean begun =
                    post.context()
                            .conversation()
                            .map(Conversation::first)
                            .filter(first -> forgotten.getOrDefault(first, false))
                            .isPresent();
            if (theirs || repeats) {
                changes.add(new PostChange.Remove(post.id(), Instant.EPOCH));
                removed.add(post.id());
                removed.addAll(post.otherIds());
            } else if (!gone.isEmpty() || begun) {
                changes.add(new PostChange.Unlink(post.id(), gone, begun));
            }
        }
        if (!changes.isEmpty()) {
            posts.commit(workspace, changes);
            posts.forget(workspace, removed);
        }
        return changes.size();
    }

    /** Whether nothing at all is stored of the posts with which conversations began. */
    private Map<PostId, Boolean> forgotten(WorkspaceId workspace, List<PostAnalysis> page) {
        List<PostId> first =
                page.stream()
                        .flatMap(
                                post ->
                                        post
                                                .context()
                                                .conversation()
                                                .map(Conversation::first)
                                                .filter(id -> !id.equals(post.id()))
                                                .stream())
                        .distinct()
                        .toList();
        var forgotten = new HashMap<PostId, Boolean>();
        if (!first.isEmpty()) {
            Set<PostId> there = posts.find(workspace, first).keySet();
            first.forEach(id -> forgotten.put(id, !there.contains(id)));
        }
        return forgotten;
    }
}
