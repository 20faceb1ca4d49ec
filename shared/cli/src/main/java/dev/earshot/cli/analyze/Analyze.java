package dev.earshot.cli.analyze;

import dev.earshot.cli.terminal.Terminal;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.brand.OwnAccounts;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.Masking;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.text.PyTorchTextModel;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.djl.vision.FrameVision;
import dev.earshot.djl.vision.PictureVision;
import dev.earshot.ffmpeg.ChildDecoder;
import dev.earshot.ffmpeg.ContactSheet;
import dev.earshot.ffmpeg.DecoderSettings;
import dev.earshot.local.Project;
import dev.earshot.privacy.PersonalData;
import dev.earshot.reading.Explainer;
import dev.earshot.reading.TextReader;
import dev.earshot.reading.brand.BrandMatcher;
import dev.earshot.usecase.media.MediaReadings;
import dev.earshot.usecase.post.PostReadings;
import dev.earshot.video.VideoAnalyser;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * {@code analyze}: analyses posts, pictures and videos from files or standard input, and prints one
 * JSON result a line on standard output, in the order of the input. It runs the functions' code on
 * large batches, without any service; the next batch is read while the model works.
 *
 * <p>A record that is refused gives {@code {"error":{"path","reason"},"file"}} in its place; the
 * exit code is 0 all the same, and standard error tells how many there were. A missing file ends
 * the command with exit code 2 before anything is read. Authors' pseudonyms agree within one run
 * only, since their key is made for the run. If the reader of the output goes away, the command
 * ends quietly.
 */
@Command(
        name = "analyze",
        description =
                "Analyses posts, pictures or videos in files, without any service, and prints one"
                        + " JSON result a line.")
public final class Analyze implements Callable<Integer> {
    /** The number of texts that the model sorts by length at once. */
    private static final int LARGEST_BATCH = 1024;

    /** Small, so that the first results come soon. */
    private static final int FIRST_BATCH = 64;

    private static final int KEY_BYTES = 32;

    @Mixin private final AnalyzeOptions options = new AnalyzeOptions();

    private final PrintStream out;
    private final PrintStream error;
    private final InstantSource clock;

    public Analyze(PrintStream out, PrintStream error, InstantSource clock) {
        this.out = out;
        this.error = error;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        List<String> files = options.files();
        BrandCatalogue brands = BrandFile.read(options.brands());
        Pseudonymiser pseudonymiser = pseudonymiser();
        Summary summary = new Summary(error, Terminal.onError());
        Path models = Project.models();
        TextReader reader = TextReaders.load(models, ComputeDevice.CPU);
        // The file is the user's own: offsets lead back to what it says
        Masking masking = PersonalData.masking("keep");
        Results results =
                new Results(
                        new PostReadings(reader, masking, clock),
                        once(
                                () ->
                                        new MediaReadings(
                                                PictureVision.load(models, ComputeDevice.CPU),
                                                reader,
                                                masking,
                                                clock)),
                        BrandMatcher.of(brands),
                        OwnAccounts.of(Results.WORKSPACE, brands.brands(), pseudonymiser),
                        options.explain()
                                ? Optional.of(
                                        new Explainer(
                                                PyTorchTextModel.load(
                                                        models.resolve("text"), ComputeDevice.CPU)))
                                : Optional.empty(),
                        new Watching(
                                once(
                                        () ->
                                                new VideoAnalyser(
                                                        new ChildDecoder(
                                                                DecoderSettings.standard()),
                                                        FrameVision.load(models, ComputeDevice.CPU),
                                                        new ContactSheet())),
                                error),
                        summary);
        var queue = new BatchQueue();
        Thread reading =
                Thread.ofPlatform()
                        .daemon()
                        .name("read")
                        .start(() -> readAll(files, pseudonymiser, queue));
        try {
            pump(queue, results, summary);
        } finally {
            reading.interrupt();
        }
        summary.end();
        return 0;
    }

    private void pump(BatchQueue queue, Results results, Summary summary)
            throws InterruptedException {
        int size = FIRST_BATCH;
        for (List<InputItem> batch = queue.take(size); !batch.isEmpty(); batch = queue.take(size)) {
            size = Math.min(LARGEST_BATCH, 2 * size);
            var lines = new StringBuilder();
            results.of(batch).forEach(line -> lines.append(line).append('\n'));
            byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
            out.write(bytes, 0, bytes.length);
            if (out.checkError()) {
                return;
            }
            summary.progress();
        }
    }

    private static Pseudonymiser pseudonymiser() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new Pseudonymiser(key);
    }

    private void readAll(List<String> files, Pseudonymiser pseudonymiser, BatchQueue queue) {
        try {
            for (String file : files) {
                try (InputFile input = InputFile.of(file)) {
                    new FileReading(
                                    file,
                                    options.source(),
                                    options.hints(),
                                    note -> error.println(file + ": " + note),
                                    pseudonymiser,
                                    queue,
                                    clock.instant())
                            .read(input);
                } catch (IOException e) {
                    queue.put(
                            new InputItem.Refused(file, "$", "can't be opened: " + e.getMessage()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            queue.end();
        }
    }

    private static <T> Supplier<T> once(Supplier<T> make) {
        return new Supplier<>() {
            private Optional<T> made = Optional.empty();

            @Override
            public T get() {
                if (made.isEmpty()) {
                    made = Optional.of(make.get());
                }
                return made.orElseThrow();
            }
        };
    }
}
