package dev.earshot.platforms;

import dev.earshot.collect.feed.Ask;
import dev.earshot.collect.feed.Reply;
import dev.earshot.collect.feed.Web;
import dev.earshot.collect.source.SourceSpec;
import dev.earshot.collect.state.Progress;
import dev.earshot.collect.state.SourceStatus;
import dev.earshot.collect.state.SourceStore;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.PostQueue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Kills a run before or after any of its steps. */
final class Killing {
    /** The process is gone: nobody catches it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }

    /** Whether the next moment is the last. */
    interface Fate {
        boolean strikes();
    }

    Fate fate = () -> false;

    private <T> T step(Supplier<T> step) {
        die();
        T result = step.get();
        die();
        return result;
    }

    private void die() {
        if (fate.strikes()) {
            throw new Killed();
        }
    }

    Web web(Web inner) {
        return (Ask ask) -> this.<Reply>step(() -> inner.ask(ask));
    }

    PostQueue queue(PostQueue inner) {
        return (workspace, source, body) ->
                step(
                        () -> {
                            inner.send(workspace, source, body);
                            return true;
                        });
    }

    SourceStore store(SourceStore inner) {
        return new SourceStore() {
            @Override
            public List<WorkspaceId> workspaces() {
                return step(inner::workspaces);
            }

            @Override
            public List<SourceSpec> sources(WorkspaceId workspace) {
                return step(() -> inner.sources(workspace));
            }

            @Override
            public Optional<SourceSpec> source(WorkspaceId workspace, String id) {
                return step(() -> inner.source(workspace, id));
            }

            @Override
            public void put(WorkspaceId workspace, SourceSpec source) {
                inner.put(workspace, source);
            }

            @Override
            public boolean delete(WorkspaceId workspace, String id) {
                return inner.delete(workspace, id);
            }

            @Override
            public SourceStatus status(WorkspaceId workspace, String id) {
                return step(() -> inner.status(workspace, id));
            }

            @Override
            public boolean lease(
                    WorkspaceId workspace, String id, String holder, Instant now, Instant until) {
                return step(() -> inner.lease(workspace, id, holder, now, until));
            }

            @Override
            public Map<String, Progress> progress(WorkspaceId workspace, String id) {
                return step(() -> inner.progress(workspace, id));
            }

            @Override
            public boolean save(
                    WorkspaceId workspace,
                    String id,
                    String holder,
                    SourceStatus status,
                    String stream,
                    Progress progress) {
                return step(() -> inner.save(workspace, id, holder, status, stream, progress));
            }

            @Override
            public boolean release(
                    WorkspaceId workspace, String id, String holder, SourceStatus status) {
                return step(() -> inner.release(workspace, id, holder, status));
            }
        };
    }
}
