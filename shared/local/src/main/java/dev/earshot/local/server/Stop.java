package dev.earshot.local.server;

/** Stops a server: reports a failure, and preserves the caller's interruption. */
final class Stop {
    private Stop() {}

    interface Step {
        void run() throws Exception;
    }

    static void server(String name, Step step) {
        try {
            step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException(name + " did not stop: " + e.getMessage(), e);
        }
    }
}
