package dev.earshot.assembly;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Shows the progress of assembly: one line per model, redrawn in place on a terminal, plain lines
 * elsewhere. Not thread-safe.
 */
final class Progress {
    private static final int BAR = 24;
    private static final int WIDTH = 100;

    private final PrintStream out;
    private final boolean terminal;
    private final int nameWidth;

    /**
     * @param nameWidth characters of the longest model name
     */
    Progress(PrintStream out, boolean terminal, int nameWidth) {
        this.out = out;
        this.terminal = terminal;
        this.nameWidth = nameWidth;
    }

    Line line(String model) {
        return new Line(model);
    }

    /** The line of one model. */
    final class Line {
        private final String model;
        private final long startNanos = System.nanoTime();
        private String activity = "";
        private double fraction;

        private Line(String model) {
            this.model = model;
        }

        /** Reports a slow step, on a terminal and elsewhere. */
        void announce(String what) {
            if (!terminal) {
                out.println(head() + what);
            }
            doing(what);
        }

        /** Reports the current step, on a terminal only. */
        void doing(String what) {
            activity = what;
            redraw();
        }

        /**
         * @param done share of the tensors filled, 0 to 1
         */
        void filled(double done) {
            fraction = done;
            doing("filling tensors");
        }

        void redraw() {
            if (terminal) {
                int full = (int) Math.round(fraction * BAR);
                String bar = "#".repeat(full) + "-".repeat(BAR - full);
                show("[" + bar + "] " + seconds() + "  " + activity);
            }
        }

        void finish(long bytes) {
            String text =
                    String.format(Locale.ROOT, "%6.1f MB  %s  assembled", bytes / 1e6, seconds());
            if (terminal) {
                show("[" + "#".repeat(BAR) + "] " + text);
                out.println();
            } else {
                out.println(head() + text);
            }
        }

        /** Ends a half-drawn line, so that an error message starts on its own line. */
        void abandon() {
            if (terminal) {
                out.println();
            }
        }

        private void show(String text) {
            String line = head() + text;
            String cut = line.length() > WIDTH ? line.substring(0, WIDTH) : line;
            out.print("\r" + cut + " ".repeat(WIDTH - cut.length()));
            out.flush();
        }

        private String head() {
            return model + " ".repeat(Math.max(0, nameWidth - model.length())) + "  ";
        }

        private String seconds() {
            return String.format(Locale.ROOT, "%5.1f s", (System.nanoTime() - startNanos) / 1e9);
        }
    }
}
