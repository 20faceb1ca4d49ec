package dev.earshot.wire.archive;

import dev.earshot.wire.format.Intake;
import dev.earshot.wire.json.Field;

/** One kind of download that a platform gives. Implementations are stateless. */
public sealed interface Archive
        permits MastodonOutbox, TelegramExport, MetaDownload, TikTokDownload {
    /** Whether a value has this shape. */
    boolean recognises(Field value);

    /** Submits every record of a value to {@code intake}. */
    void read(Field value, Intake intake);
}
