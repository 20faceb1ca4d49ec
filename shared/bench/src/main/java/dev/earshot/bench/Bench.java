package dev.earshot.bench;

import dev.earshot.evaluation.report.Machine;
import dev.earshot.local.Project;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Measures the project's figures on this machine and prints them: {@code mvn -q -DskipTests -Pbench
 * -pl shared/bench -am verify}. Ratios are medians over interleaved rounds, so that other load on
 * the machine affects both sides alike; CPU time is printed beside wall time.
 */
public final class Bench {
    private Bench() {}

    /**
     * Makes the named measurements and prints them.
     *
     * @param arguments model, precision, handler, worker, video, start, up, served; all if empty
     */
    public static void main(String[] arguments) throws Exception {
        List<String> wanted = List.of(arguments);
        Machine.lines(Project.root(), Clock.systemUTC().instant()).forEach(System.out::println);
        Path models = Project.models();
        Texts texts = Texts.load();
        System.out.println("texts     " + texts.origin());
        System.out.println();
        if (asked(wanted, "model")) {
            new ModelRatios(models, texts.texts()).print(System.out);
        }
        if (asked(wanted, "precision")) {
            new PrecisionRatios(models, texts.texts()).print(System.out);
        }
        if (asked(wanted, "handler")) {
            new HandlerRatio(models, texts.texts()).print(System.out);
        }
        if (asked(wanted, "worker")) {
            new WorkerThroughput(models, texts.texts()).print(System.out);
        }
        if (asked(wanted, "video")) {
            new VideoThroughput(models, VideoThroughput.clips(Texts.data().resolve("video")))
                    .print(System.out);
        }
        if (asked(wanted, "start")) {
            new FirstSentimentTimes(models).print(System.out);
        }
        if (asked(wanted, "up")) {
            UpTime.print(System.out);
        }
        if (asked(wanted, "served")) {
            ServedTime.print(System.out);
        }
    }

    private static boolean asked(List<String> wanted, String name) {
        return wanted.isEmpty() || wanted.contains(name);
    }
}
