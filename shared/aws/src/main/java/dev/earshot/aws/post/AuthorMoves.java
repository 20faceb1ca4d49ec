package dev.earshot.aws.post;

import dev.earshot.aws.post.PlannedChange.Write;
import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.Reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What changes under authors when the posts of one family of ids change.
 *
 * @param puts posts to write under their authors
 * @param deletes posts to delete from under their authors
 * @param marks of the authors and posts that lose something
 */
record AuthorMoves(List<Put> puts, List<AuthorPost> deletes, Set<ErasureMark> marks) {
    /** A post and when it expires. */
    record Put(AuthorPost post, long expiresAt) {}

    static AuthorMoves of(List<Write> writes) {
        var before = new LinkedHashMap<String, AuthorPost>();
        var after = new LinkedHashMap<String, Put>();
        for (Write write : writes) {
            write.before()
                    .live()
                    .flatMap(AuthorPost::of)
                    .ifPresent(post -> before.put(AuthorPostItem.sortKey(post), post));
            if (write.after() instanceof StoredPost.Live live) {
                AuthorPost.of(live.analysis())
                        .ifPresent(
                                post ->
                                        after.put(
                                                AuthorPostItem.sortKey(post),
                                                new Put(post, write.expiresAt())));
            }
        }
        var puts = new ArrayList<Put>();
        after.forEach(
                (key, put) -> {
                    if (!put.post().equals(before.get(key))) {
                        puts.add(put);
                    }
                });
        var deletes = new ArrayList<AuthorPost>();
        before.forEach(
                (key, post) -> {
                    if (!after.containsKey(key)) {
                        deletes.add(post);
                    }
                });
        Set<Reference> answered =
                after.values().stream()
                        .flatMap(put -> put.post().references().stream())
                        .collect(Collectors.toSet());
        var marks = new LinkedHashSet<ErasureMark>();
        for (AuthorPost post : deletes) {
            marks.add(ErasureMark.of(post.author().ref()));
            marks.add(ErasureMark.of(post.id()));
        }
        before.values().stream()
                .flatMap(post -> post.references().stream())
                .filter(reference -> !answered.contains(reference))
                .map(
                        reference ->
                                reference
                                        .author()
                                        .map(ErasureMark::of)
                                        .orElseGet(() -> ErasureMark.of(reference.target())))
                .forEach(marks::add);
        return new AuthorMoves(puts, deletes, marks);
    }

    /** Number of transaction actions that this takes. */
    int actions() {
        return puts.size() + deletes.size() + marks.size();
    }
}
