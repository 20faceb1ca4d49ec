package dev.earshot.core.picture;

/**
 * A picture of a brand's logo, by which it is looked for.
 *
 * @param brandId whose logo it is
 * @param id SHA-256 of the picture, in hexadecimal digits
 * @param picture PNG, JPEG, GIF or WebP; transparent parts do not take part in the comparison
 */
@SuppressWarnings("ArrayRecordComponent") // told apart by its id
public record LogoReference(String brandId, String id, byte[] picture) {}
