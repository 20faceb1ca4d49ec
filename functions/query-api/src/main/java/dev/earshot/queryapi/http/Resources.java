package dev.earshot.queryapi.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Texts that are built into the function. Stateless. */
public final class Resources {
    private Resources() {}

    /** The text of a resource. */
    public static String text(String name) {
        return find(name)
                .orElseThrow(
                        () -> new IllegalStateException("the function was built without " + name));
    }

    /** The text of a resource; empty if there is none. */
    public static Optional<String> find(String name) {
        try (InputStream in =
                Resources.class.getResourceAsStream("/dev/earshot/queryapi/" + name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + name, e);
        }
    }
}
