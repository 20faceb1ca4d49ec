package dev.earshot.bench;

import ai.djl.Device;

import dev.earshot.djl.text.PyTorchTextModel;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Our text model against the bare module, and batches by length against batches by arrival. */
final class ModelRatios {
    /** Few texts but many rounds, so that within a round both sides see the same load. */
    private static final int ROUNDS = 21;

    private static final int TEXTS = 96;
    private static final int ORDER_ROUNDS = 7;
    private static final int ORDER_TEXTS = 256;

    private final Path models;
    private final List<String> texts;

    ModelRatios(Path models, List<String> texts) {
        this.models = models;
        this.texts = texts;
    }

    void print(PrintStream out) throws Exception {
        Path folder = models.resolve("text");
        List<String> few = texts.subList(0, Math.min(TEXTS, texts.size()));
        try (var model = PyTorchTextModel.load(folder, Device.cpu());
                var raw = new RawModel(folder, few)) {
            List<RawModel.Batch> sorted = raw.byLength();
            Rounds rounds =
                    Rounds.run(
                            ROUNDS,
                            List.of(
                                    new Rounds.Work(
                                            "text model (normalise, tokenise, batch, run, read)",
                                            () -> model.analyse(few)),
                                    new Rounds.Work(
                                            "Block.forward on the same batches",
                                            () -> raw.forward(sorted))));
            out.println("Text model on " + few.size() + " texts, median of " + ROUNDS + " rounds");
            rounds.table().forEach(out::println);
            out.printf(
                    Locale.ROOT,
                    "  text model / Block.forward            %.3f wall, %.3f CPU (at most 1.05)%n"
                            + "  texts a second                        %.0f%n%n",
                    rounds.ratio(0, 1),
                    rounds.cpuRatio(0, 1),
                    1000 * few.size() / rounds.wallMillis(0));
        }
        order(folder, out);
    }

    private void order(Path folder, PrintStream out) throws Exception {
        List<String> many = texts.subList(0, Math.min(ORDER_TEXTS, texts.size()));
        try (var raw = new RawModel(folder, many)) {
            List<RawModel.Batch> sorted = raw.byLength();
            List<RawModel.Batch> arrived = raw.byArrival();
            Rounds rounds =
                    Rounds.run(
                            ORDER_ROUNDS,
                            List.of(
                                    new Rounds.Work(
                                            "Block.forward, batches by arrival",
                                            () -> raw.forward(arrived)),
                                    new Rounds.Work(
                                            "Block.forward, batches by length",
                                            () -> raw.forward(sorted))));
            out.println(
                    "Order of " + many.size() + " texts, median of " + ORDER_ROUNDS + " rounds");
            rounds.table().forEach(out::println);
            out.printf(
                    Locale.ROOT,
                    "  by arrival / by length                %.2f wall, %.2f CPU (at least"
                            + " 1.4)%n%n",
                    rounds.ratio(0, 1),
                    rounds.cpuRatio(0, 1));
        }
    }
}
