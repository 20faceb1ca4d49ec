package dev.earshot.cli.explain;

import dev.earshot.cli.analyze.BrandFile;
import dev.earshot.cli.command.ExistingFile;
import dev.earshot.cli.command.NonBlank;
import dev.earshot.cli.command.UsageException;
import dev.earshot.cli.terminal.Terminal;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.text.TextExplanation;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.image.MediaType;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.djl.vision.why.HeatPicture;
import dev.earshot.djl.vision.why.PictureExplainer;
import dev.earshot.djl.vision.why.PictureExplainer.Answer;
import dev.earshot.local.Project;
import dev.earshot.privacy.PiiDetector;
import dev.earshot.reading.brand.BrandMatcher;
import dev.earshot.usecase.post.Explanations;
import dev.earshot.wire.api.ExplainedText;
import dev.earshot.wire.api.JsonWriter;
import dev.earshot.wire.api.brand.MentionListView;
import dev.earshot.wire.api.brand.MentionView;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * {@code explain}: prints what is read in each text and the words that its sentiment hangs on, in
 * colour on a terminal, or one JSON object a line; or with {@code --brand}, why each mention of a
 * brand counts or not. Of a picture's file it prints where in the picture a label comes from.
 */
@Command(
        name = "explain",
        description =
                "Prints what is read in a text, and how much each word weighs in it; or which part"
                        + " of a picture a label hangs on.")
public final class Explain implements Callable<Integer> {
    @Option(names = "--json", description = "Prints one JSON object a line instead of a sheet.")
    private boolean json;

    @Option(
            names = "--brands",
            paramLabel = "FILE",
            converter = ExistingFile.class,
            description = {
                "JSON array of the brands to look for, as the API takes them.",
                "Default: none"
            })
    private @Nullable Path brands;

    @Option(
            names = "--brand",
            paramLabel = "NAME",
            converter = NonBlank.class,
            description = {
                "Says why each mention of this brand counts or not, and nothing else: a brand of",
                "--brands by its id or name, or any name. Can be repeated.",
                "Default: none; the texts are explained as a whole"
            })
    private List<String> brand = List.of();

    @Option(
            names = "--language",
            paramLabel = "TAG",
            converter = NonBlank.class,
            description = {
                "Language of the texts, such as en or pt-BR.",
                "Default: recognised in each text"
            })
    private @Nullable String language;

    @Option(
            names = "--label",
            paramLabel = "LABEL",
            converter = NonBlank.class,
            description = {
                "What to explain of a picture, such as cup or outdoor.",
                "Default: its most certain object, or else its scene"
            })
    private @Nullable String label;

    @Option(
            names = "--heat",
            paramLabel = "FILE",
            description = {
                "Writes a small transparent PNG to lay over the picture, for one picture.",
                "Default: none"
            })
    private @Nullable Path heat;

    @Parameters(
            arity = "1..*",
            paramLabel = "TEXT",
            description =
                    "Texts, each in quotes, or files of pictures. Put -- before a text that begins"
                            + " with a hyphen.")
    private List<String> texts = List.of();

    /** Enough to tell a picture. */
    private static final int HEAD_BYTES = 4_096;

    private final PrintStream out;

    public Explain(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        BrandCatalogue catalogue = BrandFile.read(Optional.ofNullable(brands));
        if (!brand.isEmpty()) {
            mentions(catalogue);
            return 0;
        }
        List<Path> pictures = texts.stream().flatMap(text -> picture(text).stream()).toList();
        if (heat != null && pictures.size() != 1) {
            throw new UsageException(
                    "--heat needs exactly one picture, but got " + pictures.size());
        }
        if (!pictures.isEmpty()) {
            pictures(pictures);
        }
        List<String> written = texts.stream().filter(text -> picture(text).isEmpty()).toList();
        if (!written.isEmpty()) {
            texts(written, catalogue);
        }
        out.flush();
        return 0;
    }

    /** The file that an argument names, if there is one and it is a picture. */
    private static Optional<Path> picture(String argument) {
        Path file;
        try {
            file = Path.of(argument);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            MediaType type = MediaType.of(in.readNBytes(HEAD_BYTES));
            return type.kind() == MediaType.Kind.IMAGE ? Optional.of(file) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void pictures(List<Path> files) throws IOException {
        var writer = new JsonWriter();
        try (PictureExplainer explainer =
                PictureExplainer.load(Project.models(), ComputeDevice.CPU)) {
            for (Path file : files) {
                Answer answer =
                        explainer.explain(Files.readAllBytes(file), Optional.ofNullable(label));
                if (json) {
                    out.println(
                            writer.write(
                                    switch (answer) {
                                        case Answer.Explained explained -> explained.explanation();
                                        case Answer.NotSeen notSeen -> notSeen;
                                        case Answer.Refused refused -> refused;
                                    }));
                } else {
                    PictureSheet.lines(file.toString(), answer).forEach(out::println);
                }
                if (heat != null && answer instanceof Answer.Explained explained) {
                    Files.write(heat, HeatPicture.png(explained.explanation()));
                }
            }
        }
    }

    private void texts(List<String> written, BrandCatalogue catalogue) {
        BrandMatcher matcher = BrandMatcher.of(catalogue);
        var explanations =
                new Explanations(
                        TextReaders.load(Project.models(), ComputeDevice.CPU),
                        PiiDetector.builtIn());
        var writer = new JsonWriter();
        var sheet = new ExplanationSheet(Terminal.onOutput());
        for (String text : written) {
            TextExplanation explanation =
                    explanations.of(text, Optional.ofNullable(language), matcher);
            if (json) {
                out.println(writer.write(new ExplainedText(Optional.empty(), explanation)));
            } else {
                sheet.lines(explanation).forEach(out::println);
            }
        }
    }

    /** Needs no model, so it answers at once. */
    private void mentions(BrandCatalogue known) {
        Set<String> ids = new HashSet<>();
        List<Brand> all = new ArrayList<>(known.brands());
        for (String name : brand) {
            Brand found =
                    known.brands().stream()
                            .filter(each -> each.id().equals(name) || each.name().equals(name))
                            .findFirst()
                            .orElseGet(() -> Brand.named(Brand.idOf(name), name));
            ids.add(found.id());
            if (!known.brands().contains(found)) {
                all.add(found);
            }
        }
        BrandMatcher matcher = BrandMatcher.of(new BrandCatalogue(known.version(), all));
        var writer = new JsonWriter();
        for (String text : texts) {
            var list =
                    new MentionListView(
                            text,
                            matcher.decisions(text).stream()
                                    .filter(each -> ids.contains(each.mention().brandId()))
                                    .map(each -> MentionView.of(text, each))
                                    .toList());
            if (json) {
                out.println(writer.write(list));
            } else {
                MentionSheet.lines(list).forEach(out::println);
            }
        }
        out.flush();
    }
}
