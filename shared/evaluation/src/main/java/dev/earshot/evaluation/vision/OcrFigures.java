package dev.earshot.evaluation.vision;

import dev.earshot.core.picture.TextLine;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.vision.ocr.PictureTextReader;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.evaluation.vision.AnnotatedPictures.Picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Share of words read correctly, in reading order: the longest common subsequence of the words read
 * and the words written, relative to the words written. Words are separated by white space; case
 * counts.
 */
public final class OcrFigures implements VisionEvaluation {
    @Override
    public String name() {
        return "text";
    }

    @Override
    public List<Figure> measure(AnnotatedPictures pictures, Path models) throws IOException {
        try (PictureTextReader reader =
                new PictureTextReader(
                        models.resolve("ocr-detection"),
                        models.resolve("ocr-recognition"),
                        ComputeDevice.CPU,
                        PictureTextReader.Settings.DEFAULT)) {
            return figures(
                    pictures.of("ocr"),
                    pictures.of("memes"),
                    picture ->
                            reader.read(picture).lines().stream()
                                    .map(TextLine::text)
                                    .collect(Collectors.joining(" ")));
        }
    }

    /**
     * @param ocr screenshots and till receipts
     * @param read reads the text in a picture, with lines joined by spaces
     */
    static List<Figure> figures(
            List<Picture> ocr, List<Picture> memes, Function<Pixels, String> read) {
        return List.of(
                figure("text: words right on screenshots", read, from(ocr, "screenshot"))
                        .atLeast(0.85),
                figure("text: words right on memes", read, memes).atLeast(0.85),
                figure("text: words right on till receipts", read, from(ocr, "SROIE")));
    }

    private static List<Picture> from(List<Picture> pictures, String source) {
        return pictures.stream()
                .filter(picture -> picture.annotation().path("source").asText().contains(source))
                .toList();
    }

    private static Figure figure(
            String name, Function<Pixels, String> read, List<Picture> pictures) {
        int written = 0;
        int right = 0;
        int caseless = 0;
        for (Picture picture : pictures) {
            List<String> truth = words(picture.text());
            String text = read.apply(picture.pixels());
            written += truth.size();
            right += common(truth, words(text));
            caseless +=
                    common(
                            words(picture.text().toLowerCase(Locale.ROOT)),
                            words(text.toLowerCase(Locale.ROOT)));
        }
        return Figure.share(name, right, written, "words")
                .chosenHere("thresholds for spaces")
                .beside(
                        String.format(
                                Locale.ROOT,
                                "%d pictures; %.3f if capitals do not count",
                                pictures.size(),
                                (double) caseless / written));
    }

    static List<String> words(String text) {
        List<String> words = new ArrayList<>(List.of(text.strip().split("\\s+")));
        words.removeIf(String::isEmpty);
        return words;
    }

    /** Length of the longest common subsequence. */
    static int common(List<String> a, List<String> b) {
        int[] before = new int[b.size() + 1];
        for (String word : a) {
            int[] row = new int[b.size() + 1];
            for (int j = 0; j < b.size(); j++) {
                row[j + 1] =
                        word.equals(b.get(j)) ? before[j] + 1 : Math.max(before[j + 1], row[j]);
            }
            before = row;
        }
        return before[b.size()];
    }
}
