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
    /** Names by which a message's {@code source} selects it; the first is the canonical one. */
    List<String> names();

    /**
     * Whether a value has this format's shape, as one record or as a platform's response with many.
     */
    boolean recognises(Field value);

    /** Submits every record of a value to {@code intake}. */
    void read(Field value, Intake intake);
}
