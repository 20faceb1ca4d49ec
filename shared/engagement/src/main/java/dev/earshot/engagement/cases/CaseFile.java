package dev.earshot.engagement.cases;

import dev.earshot.core.Digests;
import dev.earshot.core.count.Conversation;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.PostId;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that is stored of a case: its posts as they are read now, and its log. Everything else about
 * the case follows from these two ({@link Case}).
 *
 * @param posts those still there, in the order in which they were taken into the conversation; at
 *     least one
 * @param log what people did, oldest first
 * @param version of the log that lies with the first post: how many entries it has
 */
public record CaseFile(CaseId id, List<PostAnalysis> posts, List<CaseEvent> log, long version) {
    /** A longer log is refused; nobody moves a case so often. */
    public static final int MAX_LOG = 500;

    private static final Comparator<PostAnalysis> TAKEN =
            Comparator.comparing(CaseFile::taken)
                    .thenComparing(PostAnalysis::createdAt)
                    .thenComparing(post -> post.id().toString());

    public CaseFile {
        if (posts.isEmpty()) {
            throw new IllegalArgumentException("posts must hold at least one, got none of " + id);
        }
        posts = posts.stream().sorted(TAKEN).toList();
        log = List.copyOf(log);
    }

    /**
     * The file of the posts that are there; empty where there is none.
     *
     * @param logs entries by the post that they lie with: the one that was first when they came
     * @param versions of those logs
     */
    public static Optional<CaseFile> of(
            CaseId id,
            List<PostAnalysis> posts,
            Map<PostId, List<CaseEvent>> logs,
            Map<PostId, Long> versions) {
        return posts.stream()
                .min(TAKEN)
                .map(
                        first ->
                                new CaseFile(
                                        id,
                                        posts,
                                        logs.values().stream()
                                                .flatMap(List::stream)
                                                .sorted(Comparator.comparing(CaseEvent::at))
                                                .toList(),
                                        versions.getOrDefault(first.id(), 0L)));
    }

    /** When a post of the case was taken into it. */
    static Instant taken(PostAnalysis post) {
        return post.context()
                .conversation()
                .map(Conversation::taken)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "a case's post must be in a conversation, got "
                                                + post.id()));
    }

    /**
     * Changes whenever the log, the posts, or what was read from them does, and never otherwise.
     * Public counts of a post may move under it: they are no reason to refuse somebody's change.
     */
    public String tag() {
        return Digests.sha256(
                        log.size()
                                + posts.stream()
                                        .map(post -> post.id() + " " + post.revision().digest())
                                        .collect(Collectors.joining("\n", "\n", "")))
                .substring(0, 16);
    }
}
