package dev.earshot.wire.api.media;

import java.util.List;

/**
 * Files that show a brand, newest first.
 *
 * @param brand its id
 * @param pictures different pictures among the files
 * @param complete false where there are more files than were looked at
 */
public record BrandMediaView(
        String brand, int pictures, int files, boolean complete, List<ListedMediaView> media) {
    public BrandMediaView {
        media = List.copyOf(media);
    }
}
