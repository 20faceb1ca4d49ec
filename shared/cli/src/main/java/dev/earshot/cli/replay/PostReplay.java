package dev.earshot.cli.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Revision;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.lambda.StoredForm;
import dev.earshot.privacy.PersonalData;
import dev.earshot.reading.TextReader;
import dev.earshot.reading.brand.BrandMatcher;
import dev.earshot.usecase.post.PostReadings;
import dev.earshot.wire.api.JsonWriter;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the kept text of a post again, as the intake does. Stateless. */
final class PostReplay {
    /** What the models say of a post; all else in a result is not theirs. */
    static final List<String> FIELDS =
            List.of(
                    "language",
                    "sentiment",
                    "emotions",
                    "feelings",
                    "irony",
                    "flags",
                    "intent",
                    "parts",
                    "targets",
                    "unreadFrom",
                    "hashtags");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final WorkspaceId WORKSPACE = new WorkspaceId("default");

    private PostReplay() {}

    /**
     * The result in the API's shape.
     *
     * @param stored the API's answer with the text
     * @param brands as the API lists them
     */
    static JsonNode of(Path models, String what, JsonNode stored, JsonNode brands)
            throws JsonProcessingException {
        int slash = what.indexOf('/');
        String platform = what.substring(0, slash);
        Platform on =
                Platform.of(platform)
                        .orElseThrow(() -> new IllegalStateException("no platform " + platform));
        BrandMatcher matcher = StoredBrands.matcher(brands);
        TextReader reader = TextReaders.load(models, ComputeDevice.CPU);
        // The offsets of a stored result refer to the text that is stored, masked or not.
        var readings =
                new PostReadings(
                        reader, PersonalData.masking("keep"), InstantSource.fixed(Instant.EPOCH));
        JsonNode told = read(readings, on, stored, Optional.empty(), matcher);
        String language = stored.path("language").asText();
        return told.path("language").asText().equals(language)
                ? told
                : read(readings, on, stored, Optional.of(language), matcher);
    }

    private static JsonNode read(
            PostReadings readings,
            Platform platform,
            JsonNode stored,
            Optional<String> declaredLanguage,
            BrandMatcher matcher)
            throws JsonProcessingException {
        Instant createdAt = Instant.parse(stored.path("createdAt").asText());
        var post =
                new Post(
                        new PostId(platform, stored.path("id").asText()),
                        List.of(),
                        new Revision(0, createdAt, ""),
                        createdAt,
                        stored.path("text").asText(),
                        declaredLanguage,
                        Optional.empty(),
                        Engagement.UNKNOWN,
                        List.of(),
                        List.of(),
                        List.of());
        var again = StoredForm.of(readings.read(WORKSPACE, List.of(post), matcher).getFirst());
        return JSON.readTree(new JsonWriter().write(again));
    }

    /** What of this result can't be made again. */
    static List<String> limits(JsonNode stored) {
        List<String> lines = new ArrayList<>();
        if (stored.path("text").asText().contains("[name]")) {
            lines.add(
                    "the models read names that are masked in the kept text, so numbers may differ.");
        }
        if (stored.has("context")) {
            lines.add("what stands beside the author's words is not kept and not read again.");
        }
        return lines;
    }
}
