package dev.earshot.bench;

import dev.earshot.local.EmbeddedCloud;
import dev.earshot.local.Project;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/** How long the embedded cloud takes until it serves: servers, resources, functions, models. */
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
            long started = System.nanoTime();
            EmbeddedCloud cloud = start();
            seconds[round] = (System.nanoTime() - started) / 1e9;
            cloud.close();
        }
        out.println("Embedded cloud ready");
        out.printf(
                Locale.ROOT,
                "  first start in this JVM               %.1f s (under 10 s on an idle machine)%n"
                        + "  later starts                          %.1f s%n%n",
                seconds[0], Math.min(seconds[1], seconds[2]));
    }
}
