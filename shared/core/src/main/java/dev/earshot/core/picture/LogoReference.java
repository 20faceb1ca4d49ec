package dev.earshot.core.picture;

/**
 * A reference picture of a brand's logo to search for.
 *
 * @param brandId whose logo it is
 * @param id SHA-256 of the picture, in hexadecimal digits
 * @param picture PNG, JPEG, GIF or WebP; transparent parts are ignored in the comparison
 */
@SuppressWarnings("ArrayRecordComponent") // told apart by its id
public record LogoReference(String brandId, String id, byte[] picture) {}
