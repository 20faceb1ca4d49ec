package dev.earshot.analyzemedia;

import dev.earshot.core.store.RedeliveryWait;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.TorchThreads;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.djl.vision.PictureVision;
import dev.earshot.djl.vision.why.PictureExplainer;
import dev.earshot.lambda.Redelivery;
import dev.earshot.lambda.Services;
import dev.earshot.lambda.Settings;
import dev.earshot.privacy.PersonalData;
import dev.earshot.usecase.media.AnalyseMedia;
import dev.earshot.usecase.media.MediaReadings;
import dev.earshot.usecase.post.Brands;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Assembles the function, from top to bottom. */
final class Wiring {
    /** 25 MiB: more than any of the platforms accepts for a picture. */
    private static final long MAX_MEDIA_BYTES = 25L << 20;

    private Wiring() {}

    static InstantSource clock() {
        return InstantSource.system();
    }

    static AnalyseMedia analyseMedia(Settings settings) {
        InstantSource clock = InstantSource.system();
        Services services = new Services(settings, clock);
        TorchThreads.use((int) settings.number("TORCH_THREADS", 0, 0, 64));
        Path models = Path.of(settings.require("MODELS_DIR"));
        MediaReadings readings =
                new MediaReadings(
                        PictureVision.load(models, ComputeDevice.CPU),
                        TextReaders.load(models, ComputeDevice.CPU),
                        PersonalData.masking(settings.find("PERSONAL_DATA").orElse("mask")),
                        clock);
        return new AnalyseMedia(
                services.mediaStore(),
                readings,
                services.budget(System.out::println),
                new Brands(services.brandStore(), services.logoStore()),
                services.mediaResults(),
                services.derivedFiles(),
                services.jobStore(),
                services.jobQueue(),
                settings.number("MAX_MEDIA_BYTES", MAX_MEDIA_BYTES, 1024, 512L << 20),
                clock);
    }

    static PictureExplanations explanations(Settings settings) {
        Services services = new Services(settings, InstantSource.system());
        TorchThreads.use((int) settings.number("TORCH_THREADS", 0, 0, 64));
        PictureExplainer explainer =
                PictureExplainer.load(Path.of(settings.require("MODELS_DIR")), ComputeDevice.CPU);
        return new PictureExplanations(
                services.mediaResults(),
                services.mediaStore(),
                explainer::explain,
                Services.defaultWorkspace(settings),
                settings.number("MAX_MEDIA_BYTES", MAX_MEDIA_BYTES, 1024, 512L << 20));
    }

    static Redelivery redelivery(Settings settings) {
        return new Redelivery(
                new Services(settings, InstantSource.system()).visibility("MEDIA_QUEUE_URL"),
                new RedeliveryWait(new SecureRandom()));
    }
}
