package dev.earshot.bench;

import ai.djl.Device;
import dev.earshot.djl.text.PyTorchTextModel;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Our text model against the bare module, and batches by length against batches by arrival. */
final class ModelRatios {
    private static final int ROUNDS = 5;
    private static final int TEXTS = 256;

    private final Path models;
    private final List<String> texts;

    ModelRatios(Path models, List<String> texts) {
        this.models = models;
        this.texts = texts.subList(0, Math.min(TEXTS, texts.size()));
    }

    void print(PrintStream out) throws Exception {
        Path folder = models.resolve("text");
        try (var model = PyTorchTextModel.load(folder, Device.cpu());
                var raw = new RawModel(folder, texts)) {
            List<RawModel.Batch> sorted = raw.byLength();
            List<RawModel.Batch> arrived = raw.byArrival();
            Rounds rounds =
                    Rounds.run(
                            ROUNDS,
                            List.of(
                                    new Rounds.Work(
                                            "text model (normalise, tokenise, batch, run, read)",
                                            () -> model.analyse(texts)),
                                    new Rounds.Work(
                                            "Block.forward, batches by length",
                                            () -> raw.forward(sorted)),
                                    new Rounds.Work(
                                            "Block.forward, batches by arrival",
                                            () -> raw.forward(arrived))));
            out.println("Text model on " + texts.size() + " texts, median of " + ROUNDS + " rounds");
            rounds.table().forEach(out::println);
            out.printf(
                    Locale.ROOT,
                    "  text model / Block.forward            %.3f wall, %.3f CPU (at most 1.05)%n"
                            + "  by arrival / by length                %.2f wall, %.2f CPU"
                            + " (at least 1.4)%n"
                            + "  texts a second                        %.0f%n%n",
                    rounds.ratio(0, 1), rounds.cpuRatio(0, 1), rounds.ratio(2, 1),
                    rounds.cpuRatio(2, 1), 1000 * texts.size() / rounds.wallMillis(0));
        }
    }
}
