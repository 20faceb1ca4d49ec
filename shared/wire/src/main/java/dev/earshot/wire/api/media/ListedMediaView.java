package dev.earshot.wire.api.media;

import dev.earshot.core.catalogue.CataloguedMedia;

import java.time.Instant;
import java.util.List;

/**
 * A file in a listing.
 *
 * @param kind {@code image} or {@code video}
 * @param shows what was seen in it, each once
 * @param brands ids of the brands that it shows
 * @param copies how many of the files of the answer show the same picture
 */
public record ListedMediaView(
        String key,
        String kind,
        Instant seenAt,
        List<String> shows,
        List<String> brands,
        int copies) {
    /** A file that stands for {@code copies} of them. */
    public static ListedMediaView of(CataloguedMedia media, int copies) {
        return new ListedMediaView(
                media.key(),
                media.kind(),
                media.seenAt(),
                media.things().stream().distinct().toList(),
                media.brands(),
                copies);
    }
}
