package dev.earshot.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;

/**
 * The device that models run on, so that nothing outside this module names one of the engine's
 * classes. Immutable.
 *
 * @param engineDevice what the engine calls it
 */
public record ComputeDevice(Device engineDevice) {
    public static final ComputeDevice CPU = new ComputeDevice(Device.cpu());

    /**
     * The device of a name.
     *
     * @param name {@code cpu}, {@code cuda}, or {@code auto} for CUDA where there is a GPU
     * @throws IllegalArgumentException for any other name, and for {@code cuda} without a GPU
     */
    public static ComputeDevice named(String name) {
        return switch (name) {
            case "cpu" -> CPU;
            case "cuda" -> {
                if (gpus() == 0) {
                    throw new IllegalArgumentException(
                            "the device cuda was asked for but the engine finds no GPU; check the"
                                    + " driver and that libtorch is a CUDA build");
                }
                yield new ComputeDevice(Device.gpu());
            }
            case "auto" -> gpus() > 0 ? new ComputeDevice(Device.gpu()) : CPU;
            default ->
                    throw new IllegalArgumentException(
                            "the device must be auto, cpu or cuda, got '" + name + "'");
        };
    }

    /** The device's kind: {@code cpu} or {@code gpu}. */
    public String type() {
        return engineDevice.getDeviceType();
    }

    private static int gpus() {
        return Engine.getEngine("PyTorch").getGpuCount();
    }
}
