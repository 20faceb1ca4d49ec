package dev.earshot.testkit.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.Conversation;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.PostId;
import dev.earshot.engagement.cases.CaseEvent;
import dev.earshot.engagement.cases.CaseFile;
import dev.earshot.engagement.cases.CaseId;
import dev.earshot.engagement.cases.CaseSettings;
import dev.earshot.engagement.cases.CaseStore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Cases in memory, shown while their posts are there. Thread-safe: one lock. */
public final class InMemoryCaseStore implements CaseStore {
    private final InMemoryAnalysisStore posts;
    private final Map<WorkspaceId, Map<CaseId, Map<PostId, List<CaseEvent>>>> logs =
            new HashMap<>();
    private final Map<WorkspaceId, CaseSettings> settings = new HashMap<>();

    /**
     * @param posts the posts of the cases
     */
    public InMemoryCaseStore(InMemoryAnalysisStore posts) {
        this.posts = posts;
    }

    @Override
    public synchronized Optional<CaseFile> find(WorkspaceId workspace, CaseId id) {
        return file(workspace, id, byCase(workspace).getOrDefault(id, List.of()));
    }

    @Override
    public synchronized List<CaseFile> list(
            WorkspaceId workspace, Instant from, Instant to, Optional<CaseId> after, int limit) {
        return byCase(workspace).entrySet().stream()
                .filter(
                        each ->
                                !each.getKey().begun().isBefore(from)
                                        && each.getKey().begun().isBefore(to))
                .filter(each -> after.map(last -> each.getKey().compareTo(last) < 0).orElse(true))
                .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
                .flatMap(each -> file(workspace, each.getKey(), each.getValue()).stream())
                .limit(limit)
                .toList();
    }

    private Map<CaseId, List<PostAnalysis>> byCase(WorkspaceId workspace) {
        return posts.live(workspace).stream()
                .filter(post -> post.context().conversation().isPresent())
                .collect(Collectors.groupingBy(InMemoryCaseStore::id));
    }

    private static CaseId id(PostAnalysis post) {
        Conversation conversation = post.context().conversation().orElseThrow();
        return CaseId.of(conversation);
    }

    /** The logs of posts that are gone are forgotten for good. */
    private Optional<CaseFile> file(WorkspaceId workspace, CaseId id, List<PostAnalysis> live) {
        Map<PostId, List<CaseEvent>> kept = logs(workspace, id);
        kept.keySet()
                .removeIf(
                        post ->
                                live.stream()
                                        .noneMatch(
                                                each ->
                                                        each.id().equals(post)
                                                                || each.otherIds().contains(post)));
        var versions = new HashMap<PostId, Long>();
        kept.forEach((post, log) -> versions.put(post, (long) log.size()));
        return CaseFile.of(id, live, kept, versions);
    }

    private Map<PostId, List<CaseEvent>> logs(WorkspaceId workspace, CaseId id) {
        return logs.computeIfAbsent(workspace, w -> new HashMap<>())
                .computeIfAbsent(id, i -> new HashMap<>());
    }

    @Override
    public synchronized boolean append(WorkspaceId workspace, List<Addition> additions) {
        for (Addition addition : additions) {
            Optional<CaseFile> now = find(workspace, addition.file().id());
            if (now.filter(
                            file ->
                                    file.version() == addition.file().version()
                                            && file.posts()
                                                    .getFirst()
                                                    .id()
                                                    .equals(
                                                            addition.file()
                                                                    .posts()
                                                                    .getFirst()
                                                                    .id()))
                    .isEmpty()) {
                return false;
            }
        }
        for (Addition addition : additions) {
            CaseFile file = addition.file();
            logs(workspace, file.id())
                    .computeIfAbsent(file.posts().getFirst().id(), post -> new ArrayList<>())
                    .add(addition.event());
        }
        return true;
    }

    @Override
    public synchronized Optional<CaseSettings> settings(WorkspaceId workspace) {
        return Optional.ofNullable(settings.get(workspace));
    }

    @Override
    public synchronized void put(WorkspaceId workspace, CaseSettings newest) {
        settings.put(workspace, newest);
    }
}
