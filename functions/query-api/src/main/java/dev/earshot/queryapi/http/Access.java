package dev.earshot.queryapi.http;

import java.util.Locale;

/** What a route asks of its caller. */
public enum Access {
    /** Anyone, without a key. */
    OPEN,
    /** The scope {@code read}. */
    READ,
    /** The scope {@code write}. */
    WRITE,
    /** The scope {@code originals}: uploaded files as they are, faces included. */
    ORIGINALS,
    /** The scope {@code resolve}, which no other one includes. */
    RESOLVE;

    public String scope() {
        return name().toLowerCase(Locale.ROOT);
    }
}
