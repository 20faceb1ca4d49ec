package dev.earshot.cli.collect;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.collect.source.SourceSpec;
import dev.earshot.collect.state.Progress;
import dev.earshot.collect.state.SourceStatus;
import dev.earshot.collect.state.SourceStore;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.PostQueue;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A file of posts, one message a line, and beside it a file with how far the sources are and how
 * long the file was at that moment. What a run that was killed had written beyond it is cut off, so
 * the file holds every post once. Held by one process at a time; for one thread.
 */
final class CollectedFile implements PostQueue, SourceStore, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path progressFile;
    private final FileChannel posts;
    private final List<SourceSpec> sources;
    private Kept kept;

    /**
     * What is kept beside the posts.
     *
     * @param length of the posts' file, in bytes
     * @param statuses by source
     * @param progress by source, then by list or log
     */
    private record Kept(
            long length, Map<String, String> statuses, Map<String, Map<String, String>> progress) {}

    private CollectedFile(
            Path progressFile, FileChannel posts, List<SourceSpec> sources, Kept kept) {
        this.progressFile = progressFile;
        this.posts = posts;
        this.sources = List.copyOf(sources);
        this.kept = kept;
    }

    /**
     * Opens the file to go on with it.
     *
     * @throws IOException if it can't be written, or another process has it
     */
    static CollectedFile open(Path file, List<SourceSpec> sources) throws IOException {
        Path progress = file.resolveSibling(file.getFileName() + ".progress");
        Kept kept =
                Files.exists(progress)
                        ? JSON.readValue(progress.toFile(), new TypeReference<Kept>() {})
                        : new Kept(
                                Files.exists(file) ? Files.size(file) : 0,
                                new TreeMap<>(),
                                new TreeMap<>());
        FileChannel posts =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (posts.tryLock() == null) {
            posts.close();
            throw new IOException(file + " is being written by another process");
        }
        if (posts.size() < kept.length()) {
            posts.close();
            throw new IOException(
                    file
                            + " is shorter than it was; delete "
                            + progress
                            + " as well to collect anew");
        }
        posts.truncate(kept.length());
        posts.position(kept.length());
        return new CollectedFile(progress, posts, sources, kept);
    }

    @Override
    public void send(WorkspaceId workspace, Optional<String> source, String body) {
        // A JSON text holds line breaks only between its values.
        String line = body.replace('\n', ' ').replace('\r', ' ') + "\n";
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                posts.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<WorkspaceId> workspaces() {
        return List.of(Collect.WORKSPACE);
    }

    @Override
    public List<SourceSpec> sources(WorkspaceId workspace) {
        return sources;
    }

    @Override
    public Optional<SourceSpec> source(WorkspaceId workspace, String id) {
        return sources.stream().filter(source -> source.id().equals(id)).findFirst();
    }

    @Override
    public void put(WorkspaceId workspace, SourceSpec source) {
        throw new UnsupportedOperationException("the sources are those of the file");
    }

    @Override
    public boolean delete(WorkspaceId workspace, String id) {
        throw new UnsupportedOperationException("the sources are those of the file");
    }

    @Override
    public SourceStatus status(WorkspaceId workspace, String id) {
        @Nullable String text = kept.statuses().get(id);
        return text == null ? SourceStatus.NEW : SourceStatus.parse(text);
    }

    /** The lock on the file is the lease on all sources. */
    @Override
    public boolean lease(
            WorkspaceId workspace, String id, String holder, Instant now, Instant until) {
        return true;
    }

    @Override
    public Map<String, Progress> progress(WorkspaceId workspace, String id) {
        Map<String, Progress> progress = new HashMap<>();
        kept.progress()
                .getOrDefault(id, Map.of())
                .forEach((stream, text) -> progress.put(stream, Progress.parse(text)));
        return progress;
    }

    @Override
    public boolean save(
            WorkspaceId workspace,
            String id,
            String holder,
            SourceStatus status,
            String stream,
            Progress progress) {
        kept.progress().computeIfAbsent(id, key -> new TreeMap<>()).put(stream, progress.text());
        return release(workspace, id, holder, status);
    }

    @Override
    public boolean release(WorkspaceId workspace, String id, String holder, SourceStatus status) {
        kept.statuses().put(id, status.text());
        try {
            // The posts first: what is kept must never speak of more than is there.
            posts.force(true);
            kept = new Kept(posts.position(), kept.statuses(), kept.progress());
            Path part = progressFile.resolveSibling(progressFile.getFileName() + ".part");
            JSON.writeValue(part.toFile(), kept);
            Files.move(
                    part,
                    progressFile,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        posts.close();
    }
}
