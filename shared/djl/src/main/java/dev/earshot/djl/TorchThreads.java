package dev.earshot.djl;

/** Says how many threads libtorch uses within one forward pass. Stateless. */
public final class TorchThreads {
    private static final String WITHIN = "ai.djl.pytorch.num_threads";
    private static final String BETWEEN = "ai.djl.pytorch.num_interop_threads";

    private TorchThreads() {}

    /**
     * Takes effect if called before the first model of this process is loaded, unless the system
     * properties that DJL reads are set already. More threads than processors make a pass many
     * times slower.
     *
     * @param threads 1 or more; 0 takes one for each processor
     */
    public static synchronized void use(int threads) {
        int within = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        if (System.getProperty(WITHIN) == null) {
            System.setProperty(WITHIN, Integer.toString(within));
            System.setProperty(BETWEEN, "1");
        }
    }
}
