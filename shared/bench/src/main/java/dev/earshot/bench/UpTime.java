package dev.earshot.bench;

import dev.earshot.local.EmbeddedCloud;
import dev.earshot.local.Project;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
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
        long started = System.nanoTime();
        try (var stack = ChildStack.start(Files.createTempDirectory("earshot-bench-up"))) {
            return (stack.readyAt() - started) / 1e9;
        }
    }
}
