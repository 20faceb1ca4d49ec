package dev.earshot.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;

/** Chooses the device that models run on. Stateless. */
public final class Devices {
    private Devices() {}

    /**
     * The device of a name.
     *
     * @param name {@code cpu}, {@code cuda}, or {@code auto} for CUDA where there is a GPU
     */
    public static Device choose(String name) {
        return switch (name) {
            case "cpu" -> Device.cpu();
            case "cuda" -> {
                if (gpus() == 0) {
                    throw new IllegalArgumentException(
                            "the device cuda was asked for but the engine finds no GPU; check the"
                                    + " driver and that libtorch is a CUDA build");
                }
                yield Device.gpu();
            }
            case "auto" -> gpus() > 0 ? Device.gpu() : Device.cpu();
            default ->
                    throw new IllegalArgumentException(
                            "the device must be auto, cpu or cuda, got '" + name + "'");
        };
    }

    private static int gpus() {
        return Engine.getEngine("PyTorch").getGpuCount();
    }
}
