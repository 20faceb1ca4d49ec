package dev.earshot.evaluation.vision;

import ai.djl.Device;

import dev.earshot.core.picture.TextLine;
import dev.earshot.djl.vision.ocr.PictureTextReader;
import dev.earshot.evaluation.vision.AnnotatedPictures.Picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Words read right, in reading order: the longest common subsequence of what was read and what is
 * written, as a share of what is written. Capitals count; blanks part words.
 */
public final class OcrFigures implements VisionEvaluation {
    @Override
    public String name() {
        return "text";
    }

    @Override
    public List<Figure> measure(AnnotatedPictures pictures, Path models) throws IOException {
        List<Picture> ocr = pictures.of("ocr");
        try (PictureTextReader reader =
                new PictureTextReader(
                        models.resolve("ocr-detection"),
                        models.resolve("ocr-recognition"),
                        Device.cpu(),
                        PictureTextReader.Settings.DEFAULT)) {
            return List.of(
                    figure(
                            "text: words right on screenshots",
                            reader,
                            ocr,
                            p -> from(p, "screenshot"),
                            true),
                    figure(
                            "text: words right on memes",
                            reader,
                            pictures.of("memes"),
                            p -> true,
                            true),
                    figure(
                            "text: words right on till receipts",
                            reader,
                            ocr,
                            p -> from(p, "SROIE"),
                            false));
        }
    }

    private static boolean from(Picture picture, String source) {
        return picture.annotation().path("source").asText().contains(source);
    }

    private static Figure figure(
            String name,
            PictureTextReader reader,
            List<Picture> pictures,
            Predicate<Picture> chosen,
            boolean targeted) {
        int written = 0;
        int right = 0;
        int caseless = 0;
        int files = 0;
        for (Picture picture : pictures) {
            if (!chosen.test(picture)) {
                continue;
            }
            files++;
            List<String> truth = words(picture.text());
            String read =
                    reader.read(picture.pixels()).stream()
                            .map(TextLine::text)
                            .collect(Collectors.joining(" "));
            written += truth.size();
            right += common(truth, words(read));
            caseless +=
                    common(
                            words(picture.text().toLowerCase(Locale.ROOT)),
                            words(read.toLowerCase(Locale.ROOT)));
        }
        double share = (double) right / written;
        Figure figure =
                targeted
                        ? Figure.atLeast(name, written, "words", share, 0.85)
                        : Figure.plain(name, written, "words", share);
        return figure.withWilson()
                .beside(
                        String.format(
                                Locale.ROOT,
                                "%d pictures; %.3f if capitals do not count",
                                files,
                                (double) caseless / written));
    }

    private static List<String> words(String text) {
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
