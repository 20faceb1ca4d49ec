package dev.earshot.core.catalogue;

import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.picture.Fingerprint;
import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.picture.SearchTerms;
import dev.earshot.core.picture.TextLine;
import dev.earshot.core.video.Shot;
import dev.earshot.core.video.VideoFindings;
import dev.earshot.core.video.VideoText;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The part of a file's result by which the file is searched and grouped.
 *
 * @param key S3 key
 * @param version orders entries of one key, as of {@link MediaAnalysis}
 * @param seenAt when it was first analysed at this version
 * @param kind {@code image} or {@code video}
 * @param things what it shows: object names, scene, settings, garment, actions
 * @param text what is written in it
 * @param brands ids of the brands that its text mentions or whose logos it shows
 */
public record CataloguedMedia(
        String key,
        String version,
        Instant seenAt,
        String kind,
        List<String> things,
        String text,
        List<String> brands,
        Optional<Fingerprint> fingerprint) {
    private static final int MAX_TEXT = 600;
    private static final int MAX_WORDS = 40;

    public CataloguedMedia {
        things = List.copyOf(things);
        brands = List.copyOf(brands);
    }

    /** Prefixes of a term: for a word, a brand's id, and a key of the fingerprint. */
    public static final String WORD = "t:";

    public static final String BRAND = "b:";
    public static final String COPY = "c:";

    /** The term under which every file is listed. */
    public static final String ALL = "*";

    /**
     * The terms under which the file is found: words for what it shows, its first {@value
     * #MAX_WORDS} written words, its brands, and the keys that its copies share.
     */
    public Set<String> terms() {
        Set<String> terms = new LinkedHashSet<>(Set.of(ALL));
        things.forEach(thing -> SearchTerms.ofName(thing).forEach(word -> terms.add(WORD + word)));
        brands.forEach(
                brand -> {
                    terms.add(BRAND + brand);
                    SearchTerms.ofText(brand).forEach(word -> terms.add(WORD + word));
                });
        SearchTerms.ofText(text).stream()
                .distinct()
                .limit(MAX_WORDS)
                .forEach(word -> terms.add(WORD + word));
        fingerprint.ifPresent(print -> CopyKeys.kept(print).forEach(key -> terms.add(COPY + key)));
        return terms;
    }

    /** The entry of a result; empty while the file is not analysed. */
    public static Optional<CataloguedMedia> of(MediaAnalysis analysis) {
        return switch (analysis.status()) {
            case MediaAnalysis.Status.Analysed(ImageFindings found) ->
                    Optional.of(picture(analysis, found));
            case MediaAnalysis.Status.Watched(VideoFindings found) ->
                    Optional.of(video(analysis, found));
            case MediaAnalysis.Status.Queued queued -> Optional.empty();
            case MediaAnalysis.Status.Rejected rejected -> Optional.empty();
        };
    }

    private static CataloguedMedia picture(MediaAnalysis analysis, ImageFindings found) {
        List<String> things = new ArrayList<>();
        found.objects().forEach(object -> things.add(object.label()));
        if (!found.faces().isEmpty() && !things.contains("person")) {
            things.add("person");
        }
        found.scenery().scene().ifPresent(scene -> things.add(scene.label()));
        found.scenery().settings().forEach(setting -> things.add(setting.label()));
        found.scenery().garment().ifPresent(garment -> things.add(garment.label()));
        Set<String> brands = new LinkedHashSet<>(analysis.brands());
        found.logos().forEach(logo -> brands.add(logo.brand()));
        String text = found.text().stream().map(TextLine::text).collect(Collectors.joining(" "));
        return new CataloguedMedia(
                analysis.key(),
                analysis.version(),
                analysis.analysedAt(),
                "image",
                things,
                shortened(text),
                List.copyOf(brands),
                found.fingerprint());
    }

    private static CataloguedMedia video(MediaAnalysis analysis, VideoFindings found) {
        List<String> things = new ArrayList<>();
        found.tracks().forEach(track -> things.add(track.label()));
        found.actions().forEach(action -> things.add(action.label()));
        for (Shot shot : found.shots()) {
            if (shot.faces() > 0) {
                things.add("person");
            }
            shot.scenery().scene().ifPresent(scene -> things.add(scene.label()));
            shot.scenery().settings().forEach(setting -> things.add(setting.label()));
            shot.scenery().garment().ifPresent(garment -> things.add(garment.label()));
        }
        String text = found.text().stream().map(VideoText::text).collect(Collectors.joining(" "));
        return new CataloguedMedia(
                analysis.key(),
                analysis.version(),
                analysis.analysedAt(),
                "video",
                things.stream().distinct().toList(),
                shortened(text),
                analysis.brands(),
                Optional.empty());
    }

    private static String shortened(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        return text.substring(
                0, Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT);
    }
}
