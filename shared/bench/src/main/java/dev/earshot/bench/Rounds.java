package dev.earshot.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Runs pieces of work in turn, several times, and records how long each took. Not thread-safe. */
final class Rounds {
    private final List<Work> works;
    private final double[][] wall;
    private final double[][] cpu;

    /** A piece of work with a name. */
    record Work(String name, Task task) {}

    /** What is run. */
    @FunctionalInterface
    interface Task {
        void run() throws Exception;
    }

    private Rounds(List<Work> works, int rounds) {
        this.works = works;
        this.wall = new double[works.size()][rounds];
        this.cpu = new double[works.size()][rounds];
    }

    /** Runs each work once unmeasured, then {@code rounds} times in rotating order. */
    static Rounds run(int rounds, List<Work> works) throws Exception {
        for (Work work : works) {
            work.task.run();
        }
        var result = new Rounds(works, rounds);
        for (int round = 0; round < rounds; round++) {
            for (int k = 0; k < works.size(); k++) {
                int i = (k + round) % works.size();
                long cpu = cpuNanos();
                long wall = System.nanoTime();
                works.get(i).task.run();
                result.wall[i][round] = (System.nanoTime() - wall) / 1e6;
                awaitChildren();
                result.cpu[i][round] = (cpuNanos() - cpu) / 1e6;
            }
        }
        return result;
    }

    private static void awaitChildren() {
        ProcessHandle.current().children().forEach(child -> child.onExit().join());
    }

    private static long cpuNanos() throws IOException {
        return ((com.sun.management.OperatingSystemMXBean)
                                ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                + childrenNanos();
    }

    /**
     * CPU time of ended child processes: fields 16 and 17 of proc(5)'s stat, in hundredths of a
     * second.
     */
    private static long childrenNanos() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * 10_000_000;
    }

    /** Median milliseconds of wall time. */
    double wallMillis(int work) {
        return median(wall[work]);
    }

    /** Median milliseconds of CPU, all threads and child processes together. */
    double cpuMillis(int work) {
        return median(cpu[work]);
    }

    /** Median over rounds of the ratio of two works' wall times. */
    double ratio(int above, int below) {
        double[] ratios = new double[wall[above].length];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = wall[above][round] / wall[below][round];
        }
        return median(ratios);
    }

    /** The same of CPU times, which other load affects less. */
    double cpuRatio(int above, int below) {
        double[] ratios = new double[cpu[above].length];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = cpu[above][round] / cpu[below][round];
        }
        return median(ratios);
    }

    List<String> table() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < works.size(); i++) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "  %-52s %9.1f ms wall %9.1f ms CPU",
                            works.get(i).name,
                            wallMillis(i),
                            cpuMillis(i)));
        }
        return lines;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
