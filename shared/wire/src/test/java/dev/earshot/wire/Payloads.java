package dev.earshot.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Self-made payloads in the shapes of every platform. */
final class Payloads {
    static final List<String> ALL =
            List.of(
                    "earshot.json",
                    "x-v2.json",
                    "x-compliance.ndjson",
                    "x-v1.json",
                    "bluesky-jetstream.ndjson",
                    "bluesky-view.json",
                    "mastodon.json",
                    "mastodon-stream.ndjson",
                    "reddit.json",
                    "youtube.json",
                    "facebook.json",
                    "instagram.json",
                    "meta-webhook.json");

    private Payloads() {}

    static String text(String name) {
        try (InputStream in = Payloads.class.getResourceAsStream("/payloads/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no payload " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
