package dev.earshot.evaluation.vision;

import dev.earshot.core.picture.VisionModel;
import dev.earshot.core.picture.VisionModel.Look;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.vision.FrameVision;
import dev.earshot.djl.vision.PictureVision;
import dev.earshot.evaluation.DataMissingException;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.evaluation.vision.AnnotatedFolder.Entry;
import dev.earshot.ffmpeg.ChildDecoder;
import dev.earshot.ffmpeg.DecoderSettings;
import dev.earshot.video.frame.FrameModel;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/**
 * Measures the product's own path on anybody's folder of annotated pictures and clips, however
 * mixed. Used by one thread.
 */
public final class FolderEvaluation {
    private final Path models;
    private final MixedFigures figures = new MixedFigures();
    private final Map<String, String> unread = new LinkedHashMap<>();
    private int silent;
    private @Nullable FrameModel clips;

    private FolderEvaluation(Path models) {
        this.models = models;
    }

    /**
     * What came out.
     *
     * @param figures of everything that the list speaks of
     * @param silent what it does not speak of, and the field that would say it
     * @param unread files that could not be looked at, each with the reason
     * @param unlabelled lines that say nothing which is measured
     * @param looked pictures and clips that were looked at
     * @param listed lines of the list
     */
    public record Outcome(
            List<Figure> figures,
            Map<String, String> silent,
            Map<String, String> unread,
            int unlabelled,
            int looked,
            int listed) {}

    /**
     * Looks at a folder.
     *
     * @param folder with {@code annotations.jsonl} or {@code labels.jsonl}
     * @param models the folder of assembled models
     * @param most how many lines to look at, drawn evenly from the list
     * @param progress told each file, and how many lines it is one of, before it is looked at
     * @throws DataMissingException if the list is missing, empty or of another shape
     */
    public static Outcome measure(
            Path folder, Path models, int most, ObjIntConsumer<String> progress)
            throws IOException {
        AnnotatedFolder list = AnnotatedFolder.read(folder);
        List<Entry> drawn = evenly(list.entries(), most);
        FolderEvaluation evaluation = new FolderEvaluation(models);
        int looked = 0;
        try (VisionModel pictures = PictureVision.load(models, ComputeDevice.CPU)) {
            for (Entry entry : drawn) {
                progress.accept(entry.file(), drawn.size());
                looked += evaluation.look(list, entry, pictures) ? 1 : 0;
            }
        } finally {
            if (evaluation.clips != null) {
                evaluation.clips.close();
            }
        }
        return new Outcome(
                evaluation.figures.figures(),
                evaluation.figures.silent(),
                evaluation.unread,
                evaluation.silent,
                looked,
                list.entries().size());
    }

    static <T> List<T> evenly(List<T> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<T> some = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            some.add(all.get((int) ((i + 0.5) * all.size() / most)));
        }
        return some;
    }

    private boolean look(AnnotatedFolder list, Entry entry, VisionModel pictures) {
        if (!entry.expected().saysSomething()) {
            silent++;
        }
        try {
            byte[] bytes = list.bytes(entry);
            return switch (pictures.look(bytes)) {
                case Look.Seen seen -> {
                    figures.add(entry.file(), entry.expected(), seen.findings());
                    yield true;
                }
                case Look.Video video -> {
                    clip(entry, bytes);
                    yield true;
                }
                case Look.Refused refused -> {
                    unread.put(entry.file(), refused.reason());
                    yield false;
                }
            };
        } catch (IOException | DataMissingException e) {
            unread.put(entry.file(), String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** The decoder is a process of its own and takes a file, also of what lies in an archive. */
    private void clip(Entry entry, byte[] bytes) throws IOException {
        FrameModel model = clips;
        if (model == null) {
            model = FrameVision.load(models, ComputeDevice.CPU);
            clips = model;
        }
        Path file = Files.createTempFile("clip", ".bin");
        try {
            Files.write(file, bytes);
            figures.add(
                    entry.file(),
                    entry.expected(),
                    ClipAnalysis.of(new ChildDecoder(DecoderSettings.standard()), file, model));
        } catch (DataMissingException e) {
            // Without the copy's name, which tells nobody anything.
            throw new IOException(String.valueOf(e.getMessage()).replace(file + ": ", ""), e);
        } finally {
            Files.delete(file);
        }
    }
}
