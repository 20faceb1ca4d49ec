package dev.earshot.evaluation.device;

import dev.earshot.djl.EngineVersions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be known of the worker's image for CUDA without a GPU: that its libtorch is of the
 * version and flavour that DJL's native code was built against, and that it differs from the CPU's
 * image in nothing else. Stateless.
 */
public final class CudaImage {
    private static final Pattern SETTING = Pattern.compile("(?m)^(?:ENV|\\s)\\s*(\\w+)=(\\S+)");
    private static final Pattern LIBTORCH = Pattern.compile("(?m)^ARG LIBTORCH=(\\S+)");
    private static final Pattern ENTRY = Pattern.compile("(?s)ENTRYPOINT \\[(.*?)\\]");

    /** What must differ: where the libraries come from, and which device is used. */
    private static final List<String> OWN =
            List.of(
                    "PYTORCH_FLAVOR",
                    "LD_LIBRARY_PATH",
                    "NVIDIA_VISIBLE_DEVICES",
                    "NVIDIA_DRIVER_CAPABILITIES",
                    "DEVICE");

    private CudaImage() {}

    /**
     * Compares the recipe with DJL and with the CPU's image.
     *
     * @param worker the folder with {@code Dockerfile} and {@code Dockerfile.cuda}
     * @return what is wrong, in words; empty if nothing is
     */
    public static List<String> faults(Path worker) throws IOException {
        return faults(
                Files.readString(worker.resolve("Dockerfile.cuda")),
                Files.readString(worker.resolve("Dockerfile")),
                EngineVersions.pyTorch());
    }

    /**
     * @param pyTorch the version that DJL loads on this machine
     */
    static List<String> faults(String cuda, String cpu, String pyTorch) {
        List<String> faults = new ArrayList<>();
        Map<String, String> settings = settings(cuda);
        String version = settings.getOrDefault("PYTORCH_VERSION", "none");
        String flavour = settings.getOrDefault("PYTORCH_FLAVOR", "none");
        if (!version.equals(pyTorch)) {
            faults.add("PYTORCH_VERSION is " + version + ", but DJL runs PyTorch " + pyTorch);
        }
        String library = "jnilib/linux-x86_64/" + flavour + "/libdjl_torch.so";
        if (EngineVersions.class.getClassLoader().getResource(library) == null) {
            faults.add(
                    "PYTORCH_FLAVOR is "
                            + flavour
                            + ", for which this DJL has no native code ("
                            + library
                            + " is not in its jar)");
        }
        String archive = first(LIBTORCH, cuda).orElse("none");
        if (!archive.contains("/" + flavour + "/")
                || !archive.contains("-" + version + "%2B" + flavour + ".zip")) {
            faults.add("LIBTORCH is " + archive + ", not that of " + version + " " + flavour);
        }
        if (!archive.contains("cxx11-abi")) {
            faults.add(
                    "LIBTORCH is " + archive + "; DJL's code needs the build with the C++11 ABI");
        }
        String libraries = settings.getOrDefault("PYTORCH_LIBRARY_PATH", "none");
        if (!cuda.contains("/libtorch/lib/ " + libraries + "/")) {
            faults.add("libtorch is not copied to PYTORCH_LIBRARY_PATH, " + libraries);
        }
        if (!settings.getOrDefault("DEVICE", "none").equals("auto")) {
            faults.add("DEVICE must be auto, so that the worker starts on a CPU where no GPU is");
        }
        Map<String, String> others = settings(cpu);
        OWN.forEach(settings::remove);
        OWN.forEach(others::remove);
        if (!settings.equals(others)) {
            faults.add("the images' settings differ: " + settings + ", on the CPU " + others);
        }
        if (!first(ENTRY, cuda).equals(first(ENTRY, cpu))) {
            faults.add("the images start differently");
        }
        return faults;
    }

    private static Map<String, String> settings(String recipe) {
        Map<String, String> settings = new TreeMap<>();
        int begin = recipe.indexOf("\nENV ") + 1;
        int end = recipe.indexOf("\nENTRYPOINT");
        Matcher each = SETTING.matcher(recipe.substring(begin, Math.max(begin, end)));
        while (each.find()) {
            settings.put(each.group(1), each.group(2));
        }
        return settings;
    }

    private static Optional<String> first(Pattern pattern, String recipe) {
        Matcher matcher = pattern.matcher(recipe);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
