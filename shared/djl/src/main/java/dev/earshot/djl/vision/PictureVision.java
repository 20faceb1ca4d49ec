package dev.earshot.djl.vision;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.picture.Detection;
import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.picture.LogoFinding;
import dev.earshot.core.picture.LogoReference;
import dev.earshot.core.picture.TextLine;
import dev.earshot.core.picture.VisionModel;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.image.Decoding;
import dev.earshot.djl.image.Decoding.Decoded;
import dev.earshot.djl.image.Decoding.Refused;
import dev.earshot.djl.image.ImageDecoder;
import dev.earshot.djl.image.MediaType;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.vision.blur.FaceBlur;
import dev.earshot.djl.vision.detect.ObjectDetector;
import dev.earshot.djl.vision.detect.ObjectMerge;
import dev.earshot.djl.vision.embed.PictureEncoder;
import dev.earshot.djl.vision.logo.LogoFinder;
import dev.earshot.djl.vision.ocr.PictureTextReader;
import dev.earshot.djl.vision.print.Fingerprinter;
import dev.earshot.djl.vision.scene.SceneClassifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs all vision models on one decoding of the picture: objects, products, faces, text and safety.
 * Boxes are in pixels of the upright original, whatever size the models see. Thread-safe.
 */
public final class PictureVision implements VisionModel {
    private final Function<byte[], Decoding> decoder;
    private final SharedModels shared;
    private final SceneClassifier scenes;
    private final LogoFinder logos;
    private final Optional<PictureEncoder> mounted;

    private PictureVision(
            Function<byte[], Decoding> decoder,
            SharedModels shared,
            SceneClassifier scenes,
            LogoFinder logos,
            Optional<PictureEncoder> mounted) {
        this.decoder = decoder;
        this.shared = shared;
        this.scenes = scenes;
        this.logos = logos;
        this.mounted = mounted;
    }

    /**
     * Loads every model, including the text-image model if the user mounted one.
     *
     * @param models the folder of assembled models
     */
    public static PictureVision load(Path models, ComputeDevice device) {
        return load(models, device, new ImageDecoder()::decode);
    }

    static PictureVision load(
            Path models, ComputeDevice device, Function<byte[], Decoding> decoder) {
        return new PictureVision(
                decoder,
                new SharedModels(models, device),
                new SceneClassifier(models.resolve("scenes"), device),
                new LogoFinder(device, LogoFinder.Settings.DEFAULT),
                PictureEncoder.among(models, device));
    }

    @Override
    public Look look(byte[] encoded, List<LogoReference> references) {
        return switch (decoder.apply(encoded)) {
            case Decoded decoded ->
                    new Look.Seen(
                            findings(decoded, references),
                            () -> new FaceBlur(shared.faces).copy(decoded.pixels()));
            case Refused refused ->
                    refused.reason() == Decoding.Reason.VIDEO
                            ? new Look.Video(MediaType.of(encoded).name().toLowerCase(Locale.ROOT))
                            : new Look.Refused(refused.message());
        };
    }

    private ImageFindings findings(Decoded decoded, List<LogoReference> references) {
        List<ImageFindings> frames = new ArrayList<>();
        frames.add(findings(decoded, decoded.pixels(), references));
        for (Pixels later : decoded.later()) {
            frames.add(findings(decoded, later, references));
        }
        return frames.size() == 1 ? frames.getFirst() : Animation.merged(frames);
    }

    private ImageFindings findings(
            Decoded decoded, Pixels picture, List<LogoReference> references) {
        ObjectDetector.Sight everyday = shared.objects.lookClosely(picture);
        ObjectDetector.Sight kinds = shared.products.glance(picture);
        List<Detection> things = ObjectMerge.merge(everyday.objects(), kinds.objects());
        PictureTextReader.Page page = shared.text.read(picture);
        return new ImageFindings(
                decoded.originalWidth(),
                decoded.originalHeight(),
                things.stream()
                        .map(d -> new Detection(d.label(), d.score(), decoded.toOriginal(d.box())))
                        .toList(),
                shared.faces.detect(picture).stream().map(decoded::toOriginal).toList(),
                page.lines().stream()
                        .map(t -> new TextLine(t.text(), t.score(), decoded.toOriginal(t.box())))
                        .toList(),
                shared.safety.classify(picture),
                scenes.classify(
                        kinds.features(),
                        everyday.features(),
                        things,
                        (double) picture.width() * picture.height()),
                logos.find(picture, references).stream()
                        .map(
                                l ->
                                        new LogoFinding(
                                                l.brand(), l.score(), decoded.toOriginal(l.box())))
                        .toList(),
                Optional.of(Fingerprinter.of(picture)),
                mounted.map(encoder -> encoder.of(picture)),
                page.unread().stream().map(decoded::toOriginal).toList());
    }

    @Override
    public List<ModelVersion> versions() {
        List<ModelVersion> versions = new ArrayList<>(shared.versionsAnd(scenes.version()));
        mounted.ifPresent(encoder -> versions.add(encoder.version()));
        return List.copyOf(versions);
    }

    @Override
    public void close() {
        shared.close();
        scenes.close();
        mounted.ifPresent(PictureEncoder::close);
    }
}
