package dev.earshot.cli.stack;

import dev.earshot.cli.command.Arguments;
import dev.earshot.cli.command.Command;
import dev.earshot.cli.command.UsageException;
import dev.earshot.local.EmbeddedCloud;
import dev.earshot.local.Endpoints;
import dev.earshot.local.Project;
import dev.earshot.local.server.Loopback;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** {@code up}: starts the stack and stays until it is interrupted. */
public final class Up implements Command {
    private static final int DEFAULT_PORT = 8740;
    private static final int CONCURRENCY = 2;
    private static final String LOG = "functions.log";

    private final PrintStream out;

    public Up(PrintStream out) {
        this.out = out;
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Arguments given = new Arguments("up", arguments, Set.of("--state", "--port"));
        Path folder = given.folder("--state", Project.defaultState());
        int port =
                given.port("--port")
                        .map(Up::mustBeFree)
                        .orElseGet(() -> Loopback.freePort(DEFAULT_PORT));
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        EmbeddedCloud cloud =
                EmbeddedCloud.start(
                        new EmbeddedCloud.Options(
                                Project.template(),
                                folder,
                                true,
                                port,
                                Map.of(
                                        "WorkerSubnets",
                                        "subnet-local",
                                        "PictureText",
                                        String.valueOf(
                                                Files.isDirectory(
                                                        Project.models().resolve("picture-text")))),
                                Map.of("MODELS_DIR", Project.models().toString()),
                                CONCURRENCY,
                                Clock.systemUTC()));
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    asked.countDown();
                                    try {
                                        done.await();
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                    // A signal is the usual way to end: it is no failure.
                                    Runtime.getRuntime().halt(0);
                                },
                                "shutdown"));
        try (cloud;
                PrintStream log = functionLog(folder)) {
            System.setErr(log);
            Endpoints endpoints = cloud.endpoints();
            out.printf(Locale.ROOT, "Earshot is ready after %.1f s.%n", secondsOfProcess());
            out.println("  API        " + endpoints.api());
            out.println("  x-api-key  " + endpoints.apiKey());
            out.println("  endpoints  " + folder.resolve("endpoints.json"));
            out.println("  logs       " + folder.resolve(LOG));
            out.println("Stop it with Ctrl-C or './earshot down'.");
            out.flush();
            asked.await();
        } finally {
            out.println("Earshot has stopped; its state is kept.");
            out.flush();
            done.countDown();
        }
        return 0;
    }

    /** What functions log, kept for two starts: the last and this one. */
    private static PrintStream functionLog(Path folder) throws IOException {
        Path log = folder.resolve(LOG);
        if (Files.exists(log)) {
            Files.move(log, folder.resolve(LOG + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8);
    }

    private static int mustBeFree(int port) {
        if (port != 0 && !Loopback.free(port)) {
            throw new UsageException("port " + port + " is in use; choose another with --port");
        }
        return port;
    }

    private static double secondsOfProcess() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
    }
}
