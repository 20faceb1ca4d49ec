package dev.earshot.usecase.scoring;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.picture.Detection;
import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.store.MediaResults;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The findings of posts' pictures, each looked up once. Thread-safe. */
final class Pictures {
    private final WorkspaceId workspace;
    private final MediaResults results;
    private final Map<String, Optional<ImageFindings>> found = new ConcurrentHashMap<>();

    Pictures(WorkspaceId workspace, MediaResults results) {
        this.workspace = workspace;
        this.results = results;
    }

    /** Whether any picture was flagged as unsafe. */
    boolean unsafe(List<String> keys) {
        return keys.stream().flatMap(key -> find(key).stream()).anyMatch(f -> f.safety().flagged());
    }

    /** The sketch of what the pictures show. */
    TopicSketch topics(List<String> keys) {
        String labels =
                keys.stream()
                        .flatMap(key -> find(key).stream())
                        .flatMap(findings -> findings.objects().stream())
                        .map(Detection::label)
                        .distinct()
                        .collect(Collectors.joining("\n"));
        return labels.isEmpty() ? TopicSketch.EMPTY : TopicSketch.of(labels);
    }

    private Optional<ImageFindings> find(String key) {
        return found.computeIfAbsent(
                key, k -> results.get(workspace, k).flatMap(Pictures::findings));
    }

    private static Optional<ImageFindings> findings(MediaAnalysis analysis) {
        return analysis.status() instanceof MediaAnalysis.Status.Analysed analysed
                ? Optional.of(analysed.findings())
                : Optional.empty();
    }
}
