package dev.earshot.bench;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;

/**
 * Time from the start of a JVM to its first sentiment, with native libraries already unpacked, with
 * and without an ahead-of-time cache of classes (JEP 483, JEP 514).
 */
final class FirstSentimentTimes {
    private static final int ROUNDS = 5;

    private final Path models;

    FirstSentimentTimes(Path models) {
        this.models = models;
    }

    void print(PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory("earshot-bench");
        String classPath = ofJarsAlone(folder);
        Path cache = folder.resolve("first-sentiment.aot");
        run(classPath, List.of());
        run(classPath, List.of("-XX:AOTCacheOutput=" + cache));
        List<String> with = List.of("-XX:AOTCache=" + cache);
        double[] plain = new double[ROUNDS];
        double[] cached = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            plain[round] = run(classPath, List.of());
            cached[round] = run(classPath, with);
        }
        out.println("JVM to first sentiment, median of " + ROUNDS + " rounds");
        out.printf(
                Locale.ROOT,
                "  without an AOT cache                  %.2f s%n"
                        + "  with an AOT cache (%d MB)             %.2f s%n%n",
                Rounds.median(plain) / 1000,
                Files.size(cache) >> 20,
                Rounds.median(cached) / 1000);
    }

    /** Milliseconds from the JVM's start, as the JVM itself reports them. */
    private double run(String classPath, List<String> options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dai.djl.offline=true",
                        "-DOPT_OUT_TRACKING=true",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"));
        command.addAll(options);
        command.addAll(
                List.of("-cp", classPath, FirstSentiment.class.getName(), models.toString()));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> lines =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        if (process.waitFor() != 0) {
            throw new IOException("the child JVM failed: " + String.join(" ", command));
        }
        String answer =
                lines.stream()
                        .filter(line -> line.startsWith("POSITIVE"))
                        .findFirst()
                        .orElseThrow();
        return Double.parseDouble(answer.substring(answer.indexOf(' ') + 1));
    }

    /** An AOT cache only supports class paths of jars, so folders of classes are packed first. */
    private static String ofJarsAlone(Path folder) {
        ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            // DynamoDB Local breaks AOT caches, and this measurement does not need it.
            if (entry.contains("DynamoDBLocal") || entry.isEmpty()) {
                continue;
            }
            if (Files.isDirectory(Path.of(entry))) {
                Path packed = folder.resolve("classes" + entries.size() + ".jar");
                jar.run(System.out, System.err, "cf", packed.toString(), "-C", entry, ".");
                entries.add(packed.toString());
            } else if (Files.exists(Path.of(entry))) {
                entries.add(entry);
            }
        }
        return String.join(File.pathSeparator, entries);
    }
}
