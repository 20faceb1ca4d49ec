package dev.earshot.queryapi.http;

import java.util.Locale;

/** The scope that a route requires. */
public enum Access {
    /** Anyone, without a key. */
    OPEN,
    /** The scope {@code read}. */
    READ,
    /** The scope {@code write}. */
    WRITE,
    /** The scope {@code originals}: uploaded files as they are, faces included. */
    ORIGINALS,
    /** The scope {@code resolve}, which no other scope includes. */
    RESOLVE,
    /** The scope {@code admin}: keys. */
    ADMIN;

    public String scope() {
        return name().toLowerCase(Locale.ROOT);
    }
}
