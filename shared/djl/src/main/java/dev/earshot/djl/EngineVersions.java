package dev.earshot.djl;

import ai.djl.engine.Engine;

/** Versions of what the models run on, for whoever prints figures. Stateless. */
public final class EngineVersions {
    private EngineVersions() {}

    /** DJL's version, such as {@code 0.35.1}. */
    public static String djl() {
        return Engine.getDjlVersion();
    }

    /** PyTorch's version, such as {@code 2.7.1}; loads the engine where nothing has yet. */
    public static String pyTorch() {
        return Engine.getEngine("PyTorch").getVersion();
    }
}
