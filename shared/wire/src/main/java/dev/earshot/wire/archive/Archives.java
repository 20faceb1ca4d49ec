package dev.earshot.wire.archive;

import dev.earshot.wire.json.Field;

import java.util.List;
import java.util.Optional;

/** All kinds, in the order in which they are tried: the most distinctive shapes first. */
public final class Archives {
    private static final List<Archive> ALL =
            List.of(
                    new MastodonOutbox(),
                    new TelegramExport(),
                    new TikTokDownload(),
                    new MetaDownload());

    private Archives() {}

    /** The kind that a value is. */
    public static Optional<Archive> of(Field value) {
        return ALL.stream().filter(archive -> archive.recognises(value)).findFirst();
    }
}
