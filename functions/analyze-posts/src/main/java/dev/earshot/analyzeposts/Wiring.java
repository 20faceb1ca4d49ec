package dev.earshot.analyzeposts;

import ai.djl.Device;

import dev.earshot.core.store.Parking;
import dev.earshot.djl.TorchThreads;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.lambda.Services;
import dev.earshot.lambda.Settings;
import dev.earshot.reading.TextReader;
import dev.earshot.usecase.post.AnalysePosts;
import dev.earshot.usecase.post.Brands;
import dev.earshot.usecase.post.Explanations;
import dev.earshot.usecase.post.PostReadings;
import dev.earshot.wire.PostReader;

import java.nio.file.Path;
import java.time.InstantSource;

/** Assembles both functions of the image, from top to bottom. */
final class Wiring {
    private Wiring() {}

    static PostsIntake intake(Settings settings) {
        InstantSource clock = InstantSource.system();
        Services services = new Services(settings, clock);
        TorchThreads.use((int) settings.number("TORCH_THREADS", 0, 0, 64));
        TextReader reader = TextReaders.load(Path.of(settings.require("MODELS_DIR")), Device.cpu());
        Parking parking = new Parking(services.parkedStore(), "sqs");
        AnalysePosts analyse =
                new AnalysePosts(
                        new PostReader(services.pseudonymiser()),
                        new PostReadings(reader, clock),
                        new Brands(services.brandStore()),
                        services.analysisStore(),
                        services.authorPosts(),
                        services.textVault(),
                        parking);
        return new PostsIntake(analyse, parking, services.defaultWorkspace(), clock);
    }

    static PostExplanations explanations(Settings settings) {
        Services services = new Services(settings, InstantSource.system());
        TorchThreads.use((int) settings.number("TORCH_THREADS", 0, 0, 64));
        TextReader reader = TextReaders.load(Path.of(settings.require("MODELS_DIR")), Device.cpu());
        return new PostExplanations(
                services.analysisStore(),
                services.textVault(),
                new Brands(services.brandStore()),
                new Explanations(reader));
    }
}
