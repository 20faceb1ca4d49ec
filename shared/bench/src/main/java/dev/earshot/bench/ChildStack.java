package dev.earshot.bench;

import dev.earshot.local.Endpoints;
import dev.earshot.local.Project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The stack of {@code ./earshot up} in a JVM of its own, so that what it takes is not counted here.
 * Closing it ends it.
 *
 * @param readyAt when it said that it was ready, by {@link System#nanoTime}
 */
record ChildStack(Process process, Path state, long readyAt) implements AutoCloseable {
    /** Starts it and waits until it is ready. */
    static ChildStack start(Path state) throws IOException, InterruptedException {
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
        var lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("Earshot is ready")) {
                return new ChildStack(process, state, System.nanoTime());
            }
        }
        process.destroy();
        process.waitFor();
        throw new IOException("'up' ended before it was ready");
    }

    Endpoints endpoints() throws IOException {
        return Endpoints.read(state.resolve("endpoints.json"));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
