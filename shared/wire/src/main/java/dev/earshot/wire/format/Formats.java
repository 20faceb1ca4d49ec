package dev.earshot.wire.format;

import dev.earshot.wire.json.Field;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** All formats, in the order in which they are tried: the most distinctive shapes first. */
public final class Formats {
    private static final List<Format> ALL =
            List.of(
                    new XComplianceFormat(),
                    new JetstreamFormat(),
                    new BlueskyViewFormat(),
                    new RedditFormat(),
                    new YouTubeFormat(),
                    new MetaWebhookFormat(),
                    new MastodonFormat(),
                    new XV1Format(),
                    new InstagramFormat(),
                    new FacebookFormat(),
                    new XV2Format(),
                    new EarshotFormat());

    private Formats() {}

    /** Every format. */
    public static List<Format> all() {
        return ALL;
    }

    /** The formats with a name, for instance both X formats under {@code twitter}; may be empty. */
    public static List<Format> named(String source) {
        String wanted = source.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return ALL.stream().filter(format -> format.names().contains(wanted)).toList();
    }

    /** The first of the given formats that recognises a value. */
    public static Optional<Format> recognise(List<Format> formats, Field value) {
        return formats.stream().filter(format -> format.recognises(value)).findFirst();
    }

    /** Every name that {@link #named} knows, for messages. */
    public static String names() {
        var names = new TreeSet<String>();
        ALL.forEach(format -> names.addAll(format.names()));
        return String.join(", ", names);
    }
}
