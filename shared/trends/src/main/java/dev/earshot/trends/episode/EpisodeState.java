package dev.earshot.trends.episode;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far an episode has come. It goes from open to grew, any number of times, to resolved. */
public enum EpisodeState {
    /** It has begun. */
    OPEN,
    /** It has doubled since somebody was last told. */
    GREW,
    /** It is over. */
    RESOLVED;

    /** The name used in keys, paths and JSON: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state with that key. */
    public static Optional<EpisodeState> of(String key) {
        return Arrays.stream(values()).filter(state -> state.key().equals(key)).findFirst();
    }
}
