package dev.earshot.analyzeposts;

import dev.earshot.core.privacy.Departures;
import dev.earshot.core.privacy.Masking;
import dev.earshot.core.store.Parking;
import dev.earshot.core.store.RedeliveryWait;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.TorchThreads;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.lambda.Once;
import dev.earshot.lambda.Redelivery;
import dev.earshot.lambda.Services;
import dev.earshot.lambda.Settings;
import dev.earshot.privacy.PersonalData;
import dev.earshot.reading.TextReader;
import dev.earshot.usecase.post.AnalysePosts;
import dev.earshot.usecase.post.BrandPreview;
import dev.earshot.usecase.post.Brands;
import dev.earshot.usecase.post.CreatorListing;
import dev.earshot.usecase.post.EngagementForecasts;
import dev.earshot.usecase.post.Explanations;
import dev.earshot.usecase.post.PostReadings;
import dev.earshot.wire.PostReader;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Assembles both functions of the image, from top to bottom. */
final class Wiring {
    private Wiring() {}

    /** The intake, and what tells of its calls. */
    record Intake(PostsIntake posts, PostMetrics metrics) {}

    static Intake intake(Settings settings) {
        InstantSource clock = InstantSource.system();
        Services services = new Services(settings, clock);
        TorchThreads.use((int) settings.number("TORCH_THREADS", 0, 0, 64));
        TextReader reader =
                TextReaders.load(Path.of(settings.require("MODELS_DIR")), ComputeDevice.CPU);
        CountedStore store = new CountedStore(services.analysisStore());
        Parking parking = new Parking(services.parkedStore(), "sqs");
        AnalysePosts analyse =
                new AnalysePosts(
                        new PostReader(services.pseudonymiser()),
                        new PostReadings(reader, masking(settings), clock),
                        new Brands(services.brandStore(), services.pseudonymiser()),
                        store,
                        new Departures(
                                store,
                                services.authorPosts(),
                                services.authorEnds(),
                                services.authorScores()),
                        services.textVault(),
                        parking,
                        new CreatorListing(services.creatorDirectory(), clock));
        return new Intake(
                new PostsIntake(analyse, parking, services.defaultWorkspace(), clock),
                new PostMetrics(store, services::takeUnits, clock));
    }

    private static Masking masking(Settings settings) {
        return PersonalData.masking(settings.find("PERSONAL_DATA").orElse("mask"));
    }

    static Redelivery redelivery(Settings settings) {
        Services services = new Services(settings, InstantSource.system());
        return new Redelivery(
                services.visibility("POSTS_QUEUE_URL"), new RedeliveryWait(new SecureRandom()));
    }

    static Questions questions(Settings settings) {
        return new Questions(settings, InstantSource.system());
    }

    /** What is asked over HTTP; all of it shares one model and one set of clients. */
    static final class Questions {
        private final InstantSource clock;
        private final Once<Services> services;
        private final Once<TextReader> reader;
        private final Settings settings;

        Questions(Settings settings, InstantSource clock) {
            this.settings = settings;
            this.clock = clock;
            this.services = new Once<>(() -> new Services(settings, clock));
            this.reader =
                    new Once<>(
                            () -> {
                                TorchThreads.use((int) settings.number("TORCH_THREADS", 0, 0, 64));
                                return TextReaders.load(
                                        Path.of(settings.require("MODELS_DIR")), ComputeDevice.CPU);
                            });
        }

        PostExplanations explanations() {
            return new PostExplanations(
                    services.get().analysisStore(),
                    services.get().textVault(),
                    new Brands(services.get().brandStore()),
                    new Explanations(reader.get(), masking(settings).mask()));
        }

        BrandPreviews previews() {
            return new BrandPreviews(
                    new BrandPreview(
                            services.get().postScan(),
                            services.get().textVault(),
                            services.get().brandStore(),
                            clock));
        }

        BrandForecasts forecasts() {
            return new BrandForecasts(
                    services.get().brandStore(),
                    new EngagementForecasts(
                            services.get().analysisStore(),
                            services.get().textVault(),
                            reader.get(),
                            clock));
        }
    }
}
