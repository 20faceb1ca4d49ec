package dev.earshot.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.evaluation.report.FigureSection;
import dev.earshot.evaluation.report.Machine;
import dev.earshot.local.Project;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures the project's figures on this machine and prints them: {@code mvn -q -DskipTests -Pbench
 * -pl shared/bench -am verify}. Ratios are medians over interleaved rounds, so that other load on
 * the machine affects both sides alike; CPU time is printed beside wall time. With {@code
 * -Dbench.only=--write} the figures also replace those in the module's README.
 */
public final class Bench {
    private static final String WRITE = "--write";

    private Bench() {}

    /**
     * Makes the named measurements and prints them.
     *
     * @param arguments model, precision, handler, cost, worker, video, start, up, served, alert;
     *     all if empty. {@code --write} publishes the figures and goes with all parts alone, since
     *     a README with some of them would lose the others
     */
    public static void main(String[] arguments) throws Exception {
        List<String> wanted = new ArrayList<>(List.of(arguments));
        boolean write = wanted.remove(WRITE);
        if (write && !wanted.isEmpty()) {
            throw new IllegalArgumentException(
                    WRITE + " publishes all parts; leave out " + String.join(", ", wanted));
        }
        Path readme = Project.root().resolve("shared/bench/README.md");
        Optional<FigureSection> section =
                write ? Optional.of(FigureSection.of(readme, "bench")) : Optional.empty();
        List<String> origin = Machine.lines(Project.root(), Clock.systemUTC().instant());
        origin.forEach(System.out::println);
        var copy = new ByteArrayOutputStream();
        measure(wanted, new PrintStream(new Copying(System.out, copy), true, UTF_8));
        if (section.isPresent()) {
            section.get().replace(origin, copy.toString(UTF_8).lines().toList());
        }
    }

    private static void measure(List<String> wanted, PrintStream out) throws Exception {
        Path models = Project.models();
        Texts texts = Texts.load();
        out.println("texts     " + texts.origin());
        out.println();
        if (asked(wanted, "model")) {
            new ModelRatios(models, texts.texts()).print(out);
        }
        if (asked(wanted, "precision")) {
            new PrecisionRatios(models, texts.texts()).print(out);
        }
        if (asked(wanted, "handler")) {
            new HandlerRatio(models, texts.texts()).print(out);
        }
        if (asked(wanted, "cost")) {
            new Cost(models, texts.texts()).print(out);
        }
        if (asked(wanted, "worker")) {
            new WorkerThroughput(models, texts.texts()).print(out);
        }
        if (asked(wanted, "video")) {
            new VideoThroughput(models, VideoThroughput.clips(Texts.data().resolve("video")))
                    .print(out);
        }
        if (asked(wanted, "start")) {
            new FirstSentimentTimes(models).print(out);
        }
        if (asked(wanted, "up")) {
            UpTime.print(out);
        }
        if (asked(wanted, "served")) {
            ServedTime.print(out);
        }
        if (asked(wanted, "alert")) {
            AlertTime.print(out);
        }
    }

    private static boolean asked(List<String> wanted, String name) {
        return wanted.isEmpty() || wanted.contains(name);
    }

    /** Writes to the terminal and keeps a copy. */
    private static final class Copying extends FilterOutputStream {
        private final OutputStream copy;

        Copying(OutputStream terminal, OutputStream copy) {
            super(terminal);
            this.copy = copy;
        }

        @Override
        public void write(int octet) throws IOException {
            out.write(octet);
            copy.write(octet);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            copy.write(bytes, from, length);
        }
    }
}
