package dev.earshot.cli.stack;

import dev.earshot.cli.command.ExistingFile;
import dev.earshot.cli.command.NonBlank;
import dev.earshot.cli.command.StopSignal;
import dev.earshot.cli.command.UsageException;
import dev.earshot.cli.command.WholeNumber;
import dev.earshot.core.WorkspaceId;
import dev.earshot.lambda.Services;
import dev.earshot.lambda.Settings;
import dev.earshot.local.EmbeddedCloud;
import dev.earshot.local.Endpoints;
import dev.earshot.local.Project;
import dev.earshot.local.server.Loopback;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code up}: starts the stack and keeps it running until interrupted. */
@Command(
        name = "up",
        description =
                "Starts the stack (API, queues, storage and functions, all on this machine) and"
                        + " keeps it running until interrupted.")
public final class Up implements Callable<Integer> {
    private static final int DEFAULT_PORT = 8740;
    private static final int CONCURRENCY = 2;
    private static final Duration BETWEEN_NOTICES = Duration.ofSeconds(2);
    private static final String LOG = "functions.log";

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = Port.class,
            description = {
                "Port of the HTTP API; 0 takes any free port.",
                "Default: the first free port from " + DEFAULT_PORT
            })
    private @Nullable Integer port;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            converter = NonBlank.class,
            description = {
                "Address of Docker's bridge on this machine, such as 172.17.0.1. Containers that"
                        + " 'sam local' starts then reach the stack there; events/README.md says"
                        + " how.",
                "Default: none, only this machine's own programs"
            })
    private @Nullable String listen;

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            converter = ExistingFile.class,
            description = {
                "A JSON object of the platforms' credentials, with which posts are collected;"
                        + " functions/collect-posts/README.md says which.",
                "Default: none"
            })
    private @Nullable Path credentials;

    @Option(
            names = "--open",
            description =
                    "Opens the console in your browser, with a key that is made for this and is"
                            + " revoked when the stack stops.")
    private boolean open;

    @Mixin private final RunningStack stack = new RunningStack();

    private final PrintStream out;

    public Up(PrintStream out) {
        this.out = out;
    }

    static final class Port extends WholeNumber {
        Port() {
            super(0, 65_535);
        }
    }

    @Override
    public Integer call() throws Exception {
        Path folder = stack.folder();
        EmbeddedCloud cloud =
                EmbeddedCloud.start(
                        new EmbeddedCloud.Options(
                                Project.template(),
                                folder,
                                true,
                                freePort(),
                                Map.of(
                                        "WorkerSubnets",
                                        "subnet-local",
                                        "PictureText",
                                        String.valueOf(
                                                Files.isDirectory(
                                                        Project.models().resolve("picture-text")))),
                                environment(),
                                CONCURRENCY,
                                Clock.systemUTC()));
        StopSignal signal = StopSignal.ofProcess();
        try (cloud;
                PrintStream log = functionLog(folder)) {
            System.setErr(log);
            Endpoints endpoints = cloud.endpoints();
            out.printf(Locale.ROOT, "Earshot is ready after %.1f s.%n", secondsOfProcess());
            out.println("  API        " + endpoints.api());
            out.println("  console    " + endpoints.api().replaceAll("/+$", "") + "/");
            out.println("  x-api-key  " + endpoints.apiKey());
            out.println("  endpoints  " + folder.resolve("endpoints.json"));
            out.println("  logs       " + folder.resolve(LOG));
            if (listen != null) {
                Path secrets = cloud.openToContainers(listen);
                out.println("  containers " + listen + "; for sam local: . " + secrets);
            }
            out.println("Stop it with Ctrl-C or './earshot down'.");
            out.flush();
            if (open) {
                openConsole(endpoints, folder, signal, cloud);
            } else {
                stay(signal, cloud);
            }
        } finally {
            out.println("Earshot has stopped; its state is kept.");
            out.flush();
            signal.done();
        }
        return 0;
    }

    private Map<String, String> environment() throws IOException {
        return Map.of(
                "MODELS_DIR",
                Project.models().toString(),
                "SOURCE_CREDENTIALS",
                credentials == null ? "{}" : Files.readString(credentials));
    }

    private void openConsole(
            Endpoints endpoints, Path folder, StopSignal signal, EmbeddedCloud cloud)
            throws IOException, InterruptedException {
        var keys =
                new Services(Settings.of(KeyPlace.settings(endpoints)), Clock.systemUTC())
                        .apiKeys();
        try (var door =
                new ConsoleDoor(keys, new WorkspaceId("default"), endpoints.api(), folder)) {
            if (!door.open()) {
                out.println("No browser could be opened; open " + door.page() + " in one.");
            }
            stay(signal, cloud);
        }
    }

    private void stay(StopSignal signal, EmbeddedCloud cloud) throws InterruptedException {
        var notices = new RetryNotices();
        while (!signal.await(BETWEEN_NOTICES)) {
            notices.lines(cloud.waiting()).forEach(out::println);
            out.flush();
        }
    }

    /** The log of the functions. The previous start's is kept beside it. */
    private static PrintStream functionLog(Path folder) throws IOException {
        Path log = folder.resolve(LOG);
        if (Files.exists(log)) {
            Files.move(log, folder.resolve(LOG + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8);
    }

    private int freePort() {
        if (port == null) {
            return Loopback.freePort(DEFAULT_PORT);
        }
        if (port != 0 && !Loopback.free(port)) {
            throw new UsageException("port " + port + " is in use; choose another with --port");
        }
        return port;
    }

    private static double secondsOfProcess() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
    }
}
