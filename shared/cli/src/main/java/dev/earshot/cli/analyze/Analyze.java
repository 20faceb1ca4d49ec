package dev.earshot.cli.analyze;

import ai.djl.Device;

import dev.earshot.cli.command.Command;
import dev.earshot.cli.command.UsageException;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.djl.text.PyTorchTextModel;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.djl.vision.FrameVision;
import dev.earshot.djl.vision.PictureVision;
import dev.earshot.ffmpeg.ChildDecoder;
import dev.earshot.ffmpeg.ContactSheet;
import dev.earshot.ffmpeg.DecoderSettings;
import dev.earshot.local.Project;
import dev.earshot.reading.Explainer;
import dev.earshot.reading.TextReader;
import dev.earshot.reading.brand.BrandMatcher;
import dev.earshot.usecase.media.MediaReadings;
import dev.earshot.usecase.post.PostReadings;
import dev.earshot.video.VideoAnalyser;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code analyze FILE...}: analyses posts, pictures and videos from files, or from standard input
 * for {@code -}, and prints one JSON result a line on standard output, in the order of the input.
 * It runs the code of the functions on large batches, without any service; reading goes on while
 * the model works.
 *
 * <p>Options: {@code --brands FILE} (a JSON array of brands to look for), {@code --source NAME}
 * (the posts' format, recognised without it), {@code --explain} (adds the words that drove each
 * verdict).
 *
 * <p>A record that can't be taken gives {@code {"error":{"path","reason"},"file"}} in its place;
 * the exit code is 0 all the same, and the count stands on standard error. A file that is missing
 * ends the command with 2 before anything is read. Authors' pseudonyms agree within one run only,
 * since their key is made for the run. If whoever reads the output goes away, the command ends
 * quietly.
 */
public final class Analyze implements Command {
    /** As many as the model sorts by length at once. */
    private static final int LARGEST_BATCH = 1024;

    /** Small at first, so that the first results come soon. */
    private static final int FIRST_BATCH = 64;

    private static final int KEY_BYTES = 32;

    private final PrintStream out;
    private final PrintStream error;
    private final InstantSource clock;

    public Analyze(PrintStream out, PrintStream error, InstantSource clock) {
        this.out = out;
        this.error = error;
        this.clock = clock;
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Options options = Options.of(arguments);
        BrandMatcher matcher = BrandMatcher.of(BrandFile.read(options.brands()));
        Summary tally = new Summary(error, onTerminal());
        Path models = Project.models();
        TextReader reader = TextReaders.load(models, Device.cpu());
        Results results =
                new Results(
                        new PostReadings(reader, clock),
                        once(
                                () ->
                                        new MediaReadings(
                                                PictureVision.load(models, Device.cpu()),
                                                reader,
                                                clock)),
                        matcher,
                        options.explain()
                                ? Optional.of(
                                        new Explainer(
                                                PyTorchTextModel.load(
                                                        models.resolve("text"), Device.cpu())))
                                : Optional.empty(),
                        new Watching(
                                once(
                                        () ->
                                                new VideoAnalyser(
                                                        new ChildDecoder(
                                                                DecoderSettings.standard()),
                                                        FrameVision.load(models, Device.cpu()),
                                                        new ContactSheet())),
                                error),
                        tally);
        var conveyor = new BatchQueue();
        Thread reading =
                Thread.ofPlatform().daemon().name("read").start(() -> readAll(options, conveyor));
        try {
            pump(conveyor, results, tally);
        } finally {
            reading.interrupt();
        }
        tally.end();
        return 0;
    }

    /** As the launcher says; else a guess, since Java tells only of input and output together. */
    @SuppressWarnings("SystemConsoleNull") // JDK 25 gives null again where there is no terminal
    private static boolean onTerminal() {
        String told = System.getProperty("earshot.stderr.terminal");
        Console console = System.console();
        return told != null ? told.equals("true") : console != null && console.isTerminal();
    }

    private void pump(BatchQueue conveyor, Results results, Summary tally)
            throws InterruptedException {
        int size = FIRST_BATCH;
        for (List<InputItem> batch = conveyor.take(size);
                !batch.isEmpty();
                batch = conveyor.take(size)) {
            size = Math.min(LARGEST_BATCH, 2 * size);
            var lines = new StringBuilder();
            results.of(batch).forEach(line -> lines.append(line).append('\n'));
            byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
            out.write(bytes, 0, bytes.length);
            if (out.checkError()) {
                return;
            }
            tally.progress();
        }
    }

    private void readAll(Options options, BatchQueue conveyor) {
        var random = new SecureRandom();
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        var pseudonymiser = new Pseudonymiser(key);
        try {
            for (String file : options.files()) {
                FileReading reading =
                        new FileReading(
                                file, options.source(), pseudonymiser, conveyor, clock.instant());
                try (InputStream in =
                        file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
                    reading.read(in);
                } catch (IOException e) {
                    conveyor.put(
                            new InputItem.Refused(file, "$", "can't be opened: " + e.getMessage()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            conveyor.end();
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

    /** What was asked for. */
    record Options(
            List<String> files, Optional<Path> brands, Optional<String> source, boolean explain) {
        static Options of(List<String> arguments) {
            List<String> files = new ArrayList<>();
            Optional<Path> brands = Optional.empty();
            Optional<String> source = Optional.empty();
            boolean explain = false;
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                int equals = argument.indexOf('=');
                String name = equals < 0 ? argument : argument.substring(0, equals);
                if (argument.equals("-") || !argument.startsWith("-")) {
                    files.add(mustExist(argument));
                } else if (argument.equals("--explain")) {
                    explain = true;
                } else if (name.equals("--brands") || name.equals("--source")) {
                    if (equals < 0 && i + 1 == arguments.size()) {
                        throw new UsageException(name + " needs a value; see './earshot --help'");
                    }
                    String value = equals < 0 ? arguments.get(++i) : argument.substring(equals + 1);
                    if (name.equals("--brands")) {
                        brands = Optional.of(Path.of(mustExist(value)));
                    } else {
                        source = Optional.of(value);
                    }
                } else {
                    throw new UsageException(
                            "unknown option "
                                    + argument
                                    + " for 'analyze'; see './earshot --help'");
                }
            }
            if (files.isEmpty()) {
                throw new UsageException(
                        "'analyze' needs at least one file, or - for standard input");
            }
            return new Options(List.copyOf(files), brands, source, explain);
        }

        private static String mustExist(String file) {
            try {
                Path path = Path.of(file);
                if (!file.equals("-") && !Files.exists(path)) {
                    throw new UsageException("there is no file " + file);
                }
                if (!file.equals("-") && (Files.isDirectory(path) || !Files.isReadable(path))) {
                    throw new UsageException(
                            file
                                    + (Files.isDirectory(path)
                                            ? " is a folder; name files"
                                            : " can't be read; check its permissions"));
                }
            } catch (InvalidPathException e) {
                throw new UsageException("'" + file + "' is no file name");
            }
            return file;
        }
    }
}
