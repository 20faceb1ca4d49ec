package dev.earshot.cli.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.core.WorkspaceId;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.djl.vision.PictureVision;
import dev.earshot.privacy.PersonalData;
import dev.earshot.usecase.media.MediaReadings;
import dev.earshot.wire.api.JsonWriter;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Looks at a picture again, as the function does. Stateless. */
final class PictureReplay {
    /** What the models say of a picture. */
    static final List<String> FIELDS =
            List.of(
                    "kind",
                    "width",
                    "height",
                    "objects",
                    "faces",
                    "text",
                    "textSentiment",
                    "brands",
                    "safety",
                    "scene",
                    "setting",
                    "clothing");

    /** The table keeps boxes in tenths of a pixel, and four decimals of a score. */
    static final DoubleUnaryOperator ROUNDING = stored -> stored > 1 ? 0.1 : 1e-4;

    private static final ObjectMapper JSON = new ObjectMapper();

    private PictureReplay() {}

    /**
     * The result in the API's shape.
     *
     * @param brands as the API lists them
     */
    static JsonNode of(Path models, byte[] bytes, JsonNode brands) throws JsonProcessingException {
        var readings =
                new MediaReadings(
                        PictureVision.load(models, ComputeDevice.CPU),
                        TextReaders.load(models, ComputeDevice.CPU),
                        PersonalData.masking("mask"),
                        InstantSource.fixed(Instant.EPOCH));
        var file = new MediaReadings.File(new WorkspaceId("default"), "replayed", "");
        return JSON.readTree(
                new JsonWriter().write(readings.read(file, bytes, StoredBrands.matcher(brands))));
    }
}
