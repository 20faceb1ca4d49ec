package dev.earshot.testkit.model;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;
import dev.earshot.core.picture.Fingerprint;
import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.picture.LogoReference;
import dev.earshot.core.picture.Safety;
import dev.earshot.core.picture.Scenery;
import dev.earshot.core.picture.Scored;
import dev.earshot.core.picture.TextLine;
import dev.earshot.core.picture.VisionModel;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Detects the type of a file by its first bytes and sees the same in every picture: one cup, one
 * face, one line of text. Thread-safe.
 */
public final class MagicNumberVisionModel implements VisionModel {
    /** What it sees in every picture. */
    public static final ImageFindings FINDINGS =
            new ImageFindings(
                    640,
                    480,
                    List.of(new Detection("cup", 0.9, new Box(10, 20, 100, 120.5))),
                    List.of(new Box(300, 40, 80, 80)),
                    List.of(new TextLine("good coffee", 0.75, new Box(5, 400, 200, 30))),
                    new Safety("neutral", 0.98, false),
                    new Scenery(
                            Optional.of(new Scored("kitchen", 0.7)),
                            List.of(
                                    new Scored("indoor", 0.95),
                                    new Scored("food", 0.6, "cup, bowl")),
                            Optional.empty()),
                    List.of(),
                    Optional.of(
                            new Fingerprint(
                                    0x0123_4567_89ab_cdefL,
                                    List.of(new Fingerprint.Point(10, 990, -1L)))),
                    Optional.empty(),
                    List.of(new Box(500, 450, 60, 20)));

    @Override
    public Look look(byte[] encoded, List<LogoReference> logos) {
        String head =
                new String(encoded, 0, Math.min(encoded.length, 16), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00ff\u00d8\u00ff")
                || head.startsWith("\u0089PNG")
                || head.startsWith("GIF8")
                || (head.startsWith("RIFF") && head.startsWith("WEBP", 8))) {
            return new Look.Seen(FINDINGS, () -> new byte[] {(byte) 0xff, (byte) 0xd8});
        }
        if (head.startsWith("ftyp", 4)) {
            return new Look.Video("mp4");
        }
        return new Look.Refused(
                "the file must be a JPEG, PNG, GIF or WebP picture, its first bytes are of none");
    }

    @Override
    public List<ModelVersion> versions() {
        return List.of(new ModelVersion("magic-number", "1", "1".repeat(64)));
    }

    @Override
    public void close() {}
}
