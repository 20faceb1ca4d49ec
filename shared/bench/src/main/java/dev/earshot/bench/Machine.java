package dev.earshot.bench;

import ai.djl.engine.Engine;

import dev.earshot.local.Project;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Describes the machine on which figures were measured. */
final class Machine {
    private Machine() {}

    static void print(PrintStream out) throws IOException, InterruptedException {
        out.println(
                "machine   "
                        + processor()
                        + ", "
                        + Runtime.getRuntime().availableProcessors()
                        + " processors, load "
                        + String.format(
                                Locale.ROOT,
                                "%.1f",
                                ManagementFactory.getOperatingSystemMXBean()
                                        .getSystemLoadAverage()));
        out.println(
                "commit    "
                        + git("rev-parse", "--short", "HEAD")
                        + (git("status", "--porcelain").isEmpty() ? "" : ", with changes"));
        out.println(
                "versions  Java "
                        + Runtime.version()
                        + ", DJL "
                        + Engine.getDjlVersion()
                        + ", PyTorch "
                        + Engine.getEngine("PyTorch").getVersion()
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

    private static String git(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add("git");
        command.addAll(List.of(arguments));
        Process git =
                new ProcessBuilder(command)
                        .directory(Project.root().toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return git.waitFor() == 0 ? answer.strip() : "unknown";
    }
}
