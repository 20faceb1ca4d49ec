package dev.earshot.djl;

/** Sets how many threads libtorch uses within one forward pass. Stateless. */
public final class TorchThreads {
    private static final String INTRA_OP = "ai.djl.pytorch.num_threads";
    private static final String INTER_OP = "ai.djl.pytorch.num_interop_threads";

    private TorchThreads() {}

    /**
     * Takes effect only before the first model of this process is loaded, and not where the system
     * properties that DJL reads are already set. More threads than processors make a pass many
     * times slower.
     *
     * @param threads 1 or more; 0 takes one for each processor
     */
    public static synchronized void use(int threads) {
        int within = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        if (System.getProperty(INTRA_OP) == null) {
            System.setProperty(INTRA_OP, Integer.toString(within));
            System.setProperty(INTER_OP, "1");
        }
    }
}
