package dev.earshot.evaluation.report;

import dev.earshot.djl.EngineVersions;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Describes when and on which machine figures were measured. Stateless. */
public final class Machine {
    private Machine() {}

    /**
     * The date (UTC), this machine, the checkout's commit and the versions of the runtime, one line
     * each.
     *
     * @param checkout the project's folder; the commit is {@code unknown} without git
     */
    public static List<String> lines(Path checkout, Instant now)
            throws IOException, InterruptedException {
        return List.of(
                "date      " + now.atOffset(ZoneOffset.UTC).toLocalDate(),
                "machine   "
                        + processor()
                        + ", "
                        + Runtime.getRuntime().availableProcessors()
                        + " processors, load "
                        + String.format(
                                Locale.ROOT,
                                "%.1f",
                                ManagementFactory.getOperatingSystemMXBean()
                                        .getSystemLoadAverage()),
                "commit    " + commit(checkout),
                "versions  Java "
                        + Runtime.version()
                        + ", DJL "
                        + EngineVersions.djl()
                        + ", PyTorch "
                        + EngineVersions.pyTorch()
                        + ", "
                        + System.getProperty("os.name")
                        + " "
                        + System.getProperty("os.version"));
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return System.getProperty("os.arch");
        }
        try (var lines = Files.lines(info)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    private static String commit(Path checkout) throws IOException, InterruptedException {
        String changes = git(checkout, "status", "--porcelain");
        return git(checkout, "rev-parse", "--short", "HEAD")
                + (changes.isEmpty() ? "" : ", with changes");
    }

    private static String git(Path checkout, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add("git");
        command.addAll(List.of(arguments));
        Process git =
                new ProcessBuilder(command)
                        .directory(checkout.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return git.waitFor() == 0 ? answer.strip() : "unknown";
    }
}
