package dev.earshot.wire.format;

import dev.earshot.wire.json.Field;

import java.util.List;

/** One platform's payloads. Implementations are stateless. */
public sealed interface Format
        permits XComplianceFormat,
                JetstreamFormat,
                BlueskyViewFormat,
                RedditFormat,
                YouTubeFormat,
                MetaWebhookFormat,
                MastodonFormat,
                XV1Format,
                InstagramFormat,
                FacebookFormat,
                XV2Format,
                EarshotFormat {
    /** Names under which a message's {@code source} may ask for it; the first is the usual one. */
    List<String> names();

    /**
     * Whether a value has this format's shape, be it one record or a platform's answer with many.
     */
    boolean recognises(Field value);

    /** Hands every record of a value to {@code intake}. */
    void read(Field value, Intake intake);
}
