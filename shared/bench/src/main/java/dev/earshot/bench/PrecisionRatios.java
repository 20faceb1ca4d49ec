package dev.earshot.bench;

import ai.djl.Device;

import dev.earshot.djl.text.PyTorchTextModel;
import dev.earshot.evaluation.measure.Verdicts;
import dev.earshot.evaluation.text.Head;
import dev.earshot.evaluation.text.LabelledPosts;
import dev.earshot.local.Project;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The released text model (int8 matrices) against the same model in float32, and both against ONNX
 * Runtime on an encoder of the same size: with prepared batches, the three in turn within each
 * round; and the accuracy of the two. Python's pipeline on the same texts and weights is timed by
 * {@code shared/bench/python/pipeline.py}.
 */
final class PrecisionRatios {
    private static final int ROUNDS = 15;
    private static final int TEXTS = 128;

    private final Path models;
    private final List<String> texts;

    PrecisionRatios(Path models, List<String> texts) {
        this.models = models;
        this.texts = texts.subList(0, Math.min(TEXTS, texts.size()));
    }

    void print(PrintStream out) throws Exception {
        Path released = models.resolve("text");
        Path whole = models.resolve("text-fp32");
        if (!Files.isDirectory(whole)) {
            out.println("Precision: " + whole + " is not assembled, nothing to compare with\n");
            return;
        }
        out.println("Precision");
        accuracy(released, whole, out);
        try (var int8 = new RawModel(released, texts);
                var float32 = new RawModel(whole, texts);
                var onnx = new OnnxEncoder()) {
            List<RawModel.Batch> batches = int8.byLength();
            Rounds rounds =
                    Rounds.run(
                            ROUNDS,
                            List.of(
                                    new Rounds.Work(
                                            "released model, int8", () -> int8.forward(batches)),
                                    new Rounds.Work(
                                            "the same in float32", () -> float32.forward(batches)),
                                    new Rounds.Work(
                                            "ONNX Runtime, float32 encoder",
                                            () -> onnx.forward(batches))));
            out.println("  speed on " + texts.size() + " texts, median of " + ROUNDS + " rounds");
            rounds.table().forEach(out::println);
            out.printf(
                    Locale.ROOT,
                    "  float32 / int8                        %.2f wall, %.2f CPU (at least 2)%n"
                            + "  ONNX Runtime / int8                   %.2f wall, %.2f CPU%n"
                            + "  ONNX Runtime / float32                %.2f wall, %.2f CPU%n%n",
                    rounds.ratio(1, 0),
                    rounds.cpuRatio(1, 0),
                    rounds.ratio(2, 0),
                    rounds.cpuRatio(2, 0),
                    rounds.ratio(2, 1),
                    rounds.cpuRatio(2, 1));
        }
    }

    private static void accuracy(Path released, Path whole, PrintStream out) throws IOException {
        Path file =
                Path.of(
                        System.getProperty(
                                "earshot.data",
                                Project.root().resolveSibling("shared").resolve("data").toString()),
                        "text/sentiment_en_tweeteval.dev.tsv.gz");
        if (!Files.isRegularFile(file)) {
            out.println("  how right they are: not measured, no " + file);
            return;
        }
        LabelledPosts posts = LabelledPosts.read(file);
        double first = recall(released, posts);
        double second = recall(whole, posts);
        out.printf(
                Locale.ROOT,
                "  macro recall of %d tweets             %.2f int8, %.2f float32 (lost %.2f, at"
                        + " most 0.30)%n",
                posts.posts().size(),
                first,
                second,
                second - first);
    }

    private static double recall(Path folder, LabelledPosts posts) {
        List<String> labels = Head.SENTIMENT.labels();
        try (PyTorchTextModel model = PyTorchTextModel.load(folder, Device.cpu())) {
            int[] answered =
                    model.analyse(posts.texts()).stream()
                            .mapToInt(read -> labels.indexOf(read.sentiment().label().key()))
                            .toArray();
            int[] truth =
                    posts.posts().stream().mapToInt(post -> labels.indexOf(post.label())).toArray();
            return new Verdicts(labels, truth, answered, new double[truth.length]).macroRecall();
        }
    }
}
