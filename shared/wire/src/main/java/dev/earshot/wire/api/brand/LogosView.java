package dev.earshot.wire.api.brand;

import java.util.List;

/**
 * The reference pictures of a brand's logo.
 *
 * @param brand its id
 */
public record LogosView(String brand, List<Logo> logos) {
    public LogosView {
        logos = List.copyOf(logos);
    }

    /**
     * One picture.
     *
     * @param id SHA-256 of the picture, in hexadecimal digits
     * @param bytes its size
     * @param picture the picture in Base64
     */
    public record Logo(String id, int bytes, String picture) {}
}
