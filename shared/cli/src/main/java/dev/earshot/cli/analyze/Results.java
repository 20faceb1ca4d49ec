package dev.earshot.cli.analyze;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.OwnAccounts;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.post.Post;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.WordAttribution;
import dev.earshot.reading.Explainer;
import dev.earshot.reading.brand.BrandMatcher;
import dev.earshot.usecase.media.MediaReadings;
import dev.earshot.usecase.post.PostReadings;
import dev.earshot.wire.api.JsonWriter;
import dev.earshot.wire.api.PostWithText;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Turns batches of items into lines of JSON, in order: the same readings as in the functions, shown
 * as the API shows them. Not thread-safe.
 */
final class Results {
    static final WorkspaceId WORKSPACE = new WorkspaceId("default");

    private final PostReadings posts;
    private final Supplier<MediaReadings> pictures;
    private final BrandMatcher matcher;
    private final OwnAccounts own;
    private final Optional<Explainer> explainer;
    private final Watching watching;
    private final JsonWriter json = new JsonWriter();
    private final Summary summary;

    /**
     * @param pictures loaded when the first picture comes
     * @param watching analyses videos
     * @param own the accounts that the brands have themselves
     * @param explainer present if each verdict is to show the words that drove it
     */
    Results(
            PostReadings posts,
            Supplier<MediaReadings> pictures,
            BrandMatcher matcher,
            OwnAccounts own,
            Optional<Explainer> explainer,
            Watching watching,
            Summary summary) {
        this.posts = posts;
        this.pictures = pictures;
        this.matcher = matcher;
        this.own = own;
        this.explainer = explainer;
        this.watching = watching;
        this.summary = summary;
    }

    /** One line for each item that has a result. */
    List<String> of(List<InputItem> batch) {
        List<Post> published = new ArrayList<>();
        for (InputItem item : batch) {
            if (item instanceof InputItem.Published each) {
                published.add(own.marked(each.post()));
            }
        }
        var analyses =
                published.isEmpty()
                        ? List.<PostAnalysis>of().iterator()
                        : posts.read(WORKSPACE, published, matcher).iterator();
        List<String> lines = new ArrayList<>(batch.size());
        for (InputItem item : batch) {
            switch (item) {
                case InputItem.Published each -> lines.add(post(each.post(), analyses.next()));
                case InputItem.Removed each -> lines.add(removed(each));
                case InputItem.Picture each -> lines.add(picture(each));
                case InputItem.Video each -> lines.add(video(each));
                case InputItem.Refused each ->
                        lines.add(refused(each.file(), each.path(), each.reason()));
                case InputItem.Irrelevant each -> summary.ignored();
            }
        }
        return lines;
    }

    private String post(Post post, PostAnalysis analysis) {
        summary.post();
        String line = json.write(new PostWithText(analysis, Optional.of(post.text())));
        if (!post.notes().isEmpty()) {
            line = with(line, "notes", post.notes());
        }
        if (explainer.isEmpty() || !(analysis.reading() instanceof Reading.Read)) {
            return line;
        }
        List<WordAttribution> words =
                explainer.get().explain(post.text()).words().stream()
                        .sorted(Comparator.comparingDouble(WordAttribution::weight).reversed())
                        .toList();
        return with(line, "words", words);
    }

    /** A line with one more field at its end. */
    private String with(String line, String name, Object value) {
        return line.substring(0, line.length() - 1)
                + ",\""
                + name
                + "\":"
                + json.write(value)
                + "}";
    }

    private String removed(InputItem.Removed removed) {
        summary.removal();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", removed.event().id().nativeId());
        line.put("platform", removed.event().id().platform().key());
        line.put("removed", true);
        line.put("at", removed.event().at());
        return json.write(line);
    }

    private String picture(InputItem.Picture picture) {
        MediaAnalysis seen =
                pictures.get()
                        .read(
                                new MediaReadings.File(WORKSPACE, picture.file(), ""),
                                picture.bytes(),
                                matcher);
        return switch (seen.status()) {
            case MediaAnalysis.Status.Analysed analysed -> {
                summary.picture();
                yield json.write(seen);
            }
            case MediaAnalysis.Status.Queued queued ->
                    refused(picture.file(), "$", "is a video; name it without gzip around it");
            case MediaAnalysis.Status.Watched watched ->
                    throw new IllegalStateException("a picture must not be watched");
            case MediaAnalysis.Status.Rejected rejected ->
                    refused(picture.file(), "$", rejected.reason());
        };
    }

    private String video(InputItem.Video video) {
        MediaAnalysis seen =
                watching.watch(
                        new MediaReadings.File(WORKSPACE, video.file(), ""),
                        pictures.get(),
                        matcher);
        if (seen.status() instanceof MediaAnalysis.Status.Rejected rejected) {
            return refused(video.file(), "$", rejected.reason());
        }
        summary.video();
        return json.write(seen);
    }

    private String refused(String file, String path, String reason) {
        summary.refused();
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("path", path);
        error.put("reason", reason);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("error", error);
        line.put("file", file);
        return json.write(line);
    }
}
