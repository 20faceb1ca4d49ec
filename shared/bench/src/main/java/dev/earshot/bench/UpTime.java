package dev.earshot.bench;

import dev.earshot.local.EmbeddedCloud;
import dev.earshot.local.Project;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/** Time until the embedded cloud serves: servers, resources, functions, models. */
final class UpTime {
    private static final int ROUNDS = 3;

    private UpTime() {}

    static EmbeddedCloud start() throws Exception {
        return EmbeddedCloud.start(
                new EmbeddedCloud.Options(
                        Project.template(),
                        Files.createTempDirectory("earshot-bench-up"),
                        false,
                        0,
                        Map.of(),
                        Map.of("MODELS_DIR", Project.models().toString()),
                        2,
                        Clock.systemUTC()));
    }

    static void print(PrintStream out) throws Exception {
        double[] seconds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            seconds[round] = untilReady();
        }
        out.println("'up' in a JVM of its own, from its start until it says that it is ready");
        out.printf(
                Locale.ROOT,
                "  median of %d                           %.1f s (under 10 s on an idle"
                        + " machine)%n%n",
                ROUNDS,
                Rounds.median(seconds));
    }

    private static double untilReady() throws IOException, InterruptedException {
        Path state = Files.createTempDirectory("earshot-bench-up");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Dsun.net.httpserver.nodelay=true",
                                "-Dai.djl.offline=true",
                                "-DOPT_OUT_TRACKING=true",
                                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                                "-Dearshot.root=" + Project.root(),
                                "-Dearshot.models=" + Project.models(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.earshot.cli.Main",
                                "up",
                                "--state",
                                state.toString(),
                                "--port",
                                "0")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        long started = System.nanoTime();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("Earshot is ready")) {
                    return (System.nanoTime() - started) / 1e9;
                }
            }
            throw new IOException("'up' ended before it was ready");
        } finally {
            process.destroy();
            process.waitFor();
        }
    }
}
