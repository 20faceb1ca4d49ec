package dev.earshot.cli.eval;

import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.cli.command.ExistingFile;
import dev.earshot.cli.command.UsageException;
import dev.earshot.cli.demo.BundledPictures;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.evaluation.device.CudaImage;
import dev.earshot.evaluation.device.DeviceComparison;
import dev.earshot.evaluation.device.DeviceEvaluation;
import dev.earshot.evaluation.device.DeviceRun;
import dev.earshot.local.Project;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * {@code eval device}: whether the models answer alike on every device that is there. Exit code 1
 * if they don't, if the CUDA image's recipe has a fault, or if a required device is missing.
 */
@Command(
        name = "device",
        description =
                "Runs the bundled pictures, a clip made of them and the project's own posts on every"
                        + " device that is there, and compares labels and scores. A device that is"
                        + " missing is named, and the CPU is run twice instead.")
final class EvalDevice implements Callable<Integer> {
    private static final List<String> DEVICES = List.of("cpu", "cuda");

    /** Differing labels that are printed one by one. */
    private static final int NAMED = 20;

    @Option(
            names = "--posts",
            paramLabel = "N",
            description = "How many posts to read. Default: ${DEFAULT-VALUE}")
    private int posts = 500;

    @Option(
            names = "--require",
            paramLabel = "DEVICE",
            description = "Fails if this device is missing: cuda. Default: none must be there")
    private @Nullable String required;

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description =
                    "Keeps the answers of the last device, to compare with on another machine."
                            + " Default: not kept")
    private @Nullable Path save;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            converter = ExistingFile.class,
            description = "Also compares with the answers that --save kept. Default: none")
    private @Nullable Path against;

    private final PrintStream out;
    private final PrintStream error;

    EvalDevice(PrintStream out, PrintStream error) {
        this.out = out;
        this.error = error;
    }

    @Override
    public Integer call() throws IOException {
        if (required != null && !DEVICES.contains(required)) {
            throw new UsageException("--require must be cpu or cuda, got '" + required + "'");
        }
        Map<String, ComputeDevice> there = new LinkedHashMap<>();
        Map<String, String> missing = new TreeMap<>();
        for (String name : DEVICES) {
            try {
                there.put(name, ComputeDevice.named(name));
            } catch (IllegalArgumentException e) {
                missing.put(name, String.valueOf(e.getMessage()));
            }
        }
        missing.forEach((name, why) -> out.println("!! MISSING DEVICE: " + name + ": " + why));
        if (required != null && missing.containsKey(required)) {
            return 1;
        }
        boolean same = compare(runs(there));
        if (!missing.isEmpty()) {
            out.println("!! NOT COMPARED: " + String.join(", ", missing.keySet()) + ", see above");
        }
        List<String> faults = CudaImage.faults(Project.root().resolve("functions/gpu-worker"));
        faults.forEach(fault -> out.println("!! CUDA IMAGE: " + fault));
        if (faults.isEmpty()) {
            out.println(
                    "CUDA image: its libtorch is the one that DJL's native code is built for, and it"
                            + " starts like the CPU's; it was not run on a GPU");
        }
        return same && faults.isEmpty() ? 0 : 1;
    }

    private List<DeviceRun> runs(Map<String, ComputeDevice> there) throws IOException {
        DeviceEvaluation evaluation;
        try {
            evaluation =
                    new DeviceEvaluation(
                            Project.models(), BundledPictures.all(Project.models()), posts);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--" + e.getMessage());
        }
        List<DeviceRun> runs = new ArrayList<>();
        there.forEach((name, device) -> runs.add(run(evaluation, device, name)));
        if (runs.size() == 1 && against == null) {
            runs.add(run(evaluation, ComputeDevice.CPU, "cpu again"));
        }
        if (save != null) {
            new ObjectMapper().writeValue(save.toFile(), runs.getLast());
        }
        if (against != null) {
            runs.add(kept(against));
        }
        return runs;
    }

    private DeviceRun run(DeviceEvaluation evaluation, ComputeDevice device, String name) {
        error.println("on " + name + " ...");
        DeviceRun run = evaluation.on(device, name);
        out.printf(
                Locale.ROOT, "%-10s %d items in %.1f s%n", name, run.items().size(), run.seconds());
        return run;
    }

    private static DeviceRun kept(Path file) throws IOException {
        try {
            return new ObjectMapper().readValue(file.toFile(), DeviceRun.class);
        } catch (DatabindException e) {
            throw new UsageException(
                    "--against must be a file that --save wrote: " + e.getOriginalMessage());
        }
    }

    /** Compares each run with the first. */
    private boolean compare(List<DeviceRun> runs) {
        boolean same = true;
        for (DeviceRun other : runs.subList(1, runs.size())) {
            DeviceComparison compared =
                    DeviceComparison.of(runs.getFirst(), other)
                            .orElseThrow(
                                    () ->
                                            new UsageException(
                                                    "the runs on "
                                                            + runs.getFirst().device()
                                                            + " and "
                                                            + other.device()
                                                            + " are of different models or items,"
                                                            + " so they can't be compared"));
            print(compared);
            same &= compared.same();
        }
        return same;
    }

    private void print(DeviceComparison compared) {
        out.println(compared.one() + " and " + compared.other() + ":");
        new TreeMap<>(compared.kinds())
                .forEach(
                        (kind, counts) ->
                                out.printf(
                                        Locale.ROOT,
                                        "  %-8s %4d, %5d labels of both, %d of one alone, scores at"
                                                + " most %.6f apart%n",
                                        kind,
                                        counts.items(),
                                        counts.labels(),
                                        counts.differing(),
                                        counts.largest()));
        compared.differences().stream().limit(NAMED).forEach(d -> out.println("  " + d));
        int more = compared.differences().size() - NAMED;
        if (more > 0) {
            out.println("  and " + more + " more");
        }
        out.println(
                compared.same()
                        ? "  the same answers"
                        : "  !! DIFFERENT ANSWERS (scores may be "
                                + DeviceComparison.TOLERANCE
                                + " apart)");
    }
}
