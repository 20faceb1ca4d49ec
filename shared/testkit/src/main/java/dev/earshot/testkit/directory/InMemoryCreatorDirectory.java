package dev.earshot.testkit.directory;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.directory.Creator;
import dev.earshot.core.directory.CreatorDirectory;
import dev.earshot.core.directory.DirectorySettings;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.influence.score.ScoreStore;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A directory in memory, which asks a store of scores who objects. Thread-safe: one lock. */
public final class InMemoryCreatorDirectory implements CreatorDirectory {
    private final ScoreStore scores;
    private final Map<WorkspaceId, DirectorySettings> settings = new HashMap<>();
    private final Map<WorkspaceId, Map<AuthorRef, Creator>> entries = new HashMap<>();

    public InMemoryCreatorDirectory(ScoreStore scores) {
        this.scores = scores;
    }

    @Override
    public synchronized DirectorySettings settings(WorkspaceId workspace) {
        return settings.getOrDefault(workspace, DirectorySettings.OFF);
    }

    @Override
    public synchronized void change(WorkspaceId workspace, DirectorySettings changed) {
        settings.put(workspace, changed.on() ? changed : DirectorySettings.OFF);
        of(workspace).values().removeIf(c -> !takes(workspace, c));
    }

    @Override
    public synchronized void list(WorkspaceId workspace, List<Creator> creators) {
        for (Creator creator : creators) {
            boolean objects =
                    scores.objections(workspace).contains(ErasureMark.of(creator.author()));
            if (takes(workspace, creator) && !objects) {
                of(workspace)
                        .merge(
                                creator.author(),
                                creator,
                                (a, b) -> a.seenAt().isAfter(b.seenAt()) ? a : b);
            }
        }
    }

    private boolean takes(WorkspaceId workspace, Creator creator) {
        DirectorySettings now = settings(workspace);
        return now.on() && creator.followers() >= now.minFollowers();
    }

    @Override
    public synchronized Map<AuthorRef, Creator> find(
            WorkspaceId workspace, Collection<AuthorRef> authors) {
        Map<AuthorRef, Creator> found = new HashMap<>(of(workspace));
        found.keySet().retainAll(List.copyOf(authors));
        return found;
    }

    /** Nothing is sealed here. */
    @Override
    public int reseal(WorkspaceId workspace) {
        return 0;
    }

    @Override
    public synchronized boolean forget(WorkspaceId workspace, AuthorRef author) {
        return of(workspace).remove(author) != null;
    }

    private Map<AuthorRef, Creator> of(WorkspaceId workspace) {
        return entries.computeIfAbsent(workspace, w -> new HashMap<>());
    }
}
