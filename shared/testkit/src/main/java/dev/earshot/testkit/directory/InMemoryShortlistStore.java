package dev.earshot.testkit.directory;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.influence.shortlist.ShortlistStore;
import dev.earshot.influence.shortlist.Shortlisted;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shortlists in memory. Thread-safe: one lock. */
public final class InMemoryShortlistStore implements ShortlistStore {
    private final Map<String, Shortlisted> entries = new TreeMap<>();

    @Override
    public synchronized List<Shortlisted> all(WorkspaceId workspace) {
        return under(workspace + "#");
    }

    @Override
    public synchronized List<Shortlisted> of(WorkspaceId workspace, String list) {
        return under(workspace + "#" + list + "#");
    }

    private List<Shortlisted> under(String prefix) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public synchronized void put(WorkspaceId workspace, Shortlisted author) {
        entries.put(key(workspace, author.list(), author.author()), author);
    }

    @Override
    public synchronized boolean remove(WorkspaceId workspace, String list, AuthorRef author) {
        return entries.remove(key(workspace, list, author)) != null;
    }

    @Override
    public synchronized void forget(WorkspaceId workspace, AuthorRef author) {
        entries.keySet()
                .removeIf(
                        key ->
                                key.startsWith(workspace + "#")
                                        && key.endsWith("#" + author.pseudonym()));
    }

    private static String key(WorkspaceId workspace, String list, AuthorRef author) {
        return workspace + "#" + list + "#" + author.pseudonym();
    }
}
