package dev.earshot.evaluation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.model.KeywordTextModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

final class RealTargetsTest {
    /** Ids that the hash keeps for reporting. */
    private static final List<String> REPORTED =
            IntStream.rangeClosed(1, 60)
                    .mapToObj(i -> "post-" + i)
                    .filter(RealTargets::isReported)
                    .toList();

    private final TextReader reader =
            new TextReader(
                    new KeywordTextModel(),
                    (text, declared) -> new Language("en", 1),
                    Set.of("en"));

    @TempDir private Path folder = Path.of("");

    @Test
    void of_labelledPosts_countsThoseKeptForReporting() throws IOException {
        posts(
                "id\tlabel\ttext\n"
                        + REPORTED.get(0)
                        + "\tneutral\t😂 Nivaro is good, but Talvix is bad\n"
                        + "post-1\tneutral\tNivaro is good\n");
        Path labels =
                labels(
                        "some.train\t" + REPORTED.get(0) + "\t2-8\t+\t\n",
                        "some.train\t" + REPORTED.get(0) + "\t22-28\t-\t\n",
                        "some.train\tpost-1\t0-6\t-\t\n");

        List<Figure> figures = RealTargets.of(labels, folder, reader);

        assertThat(REPORTED).doesNotContain("post-1");
        assertThat(figures.get(0).count()).isEqualTo(2);
        assertThat(figures.get(0).value()).isEqualTo(100);
        assertThat(figures.get(2).value()).isZero();
    }

    @Test
    void of_praiseReadAsBlame_isReversed() throws IOException {
        posts("id\tlabel\ttext\n" + REPORTED.get(1) + "\tneutral\tNivaro is not bad at all\n");

        List<Figure> figures =
                RealTargets.of(
                        labels("some.train\t" + REPORTED.get(1) + "\t0-6\t+\t\n"), folder, reader);

        assertThat(figures.get(0).value()).isZero();
        assertThat(figures.get(2).value()).isEqualTo(100);
        assertThat(figures.get(2).passes()).isFalse();
    }

    @Test
    void isReported_ids_areThoseOfTheTrainingsSplit() {
        // By hashlib of Python: int(sha256("target a5")) % 5 == 0
        assertThat(RealTargets.isReported("a5")).isTrue();
        assertThat(List.of("a1", "a2", "a3", "a4", "a6", "a7", "a8"))
                .noneMatch(RealTargets::isReported);
    }

    @Test
    void of_otherColumns_isRefused() throws IOException {
        Path wrong = Files.writeString(folder.resolve("targets.tsv"), "id\tlabel\n");

        assertThatThrownBy(() -> RealTargets.of(wrong, folder, reader))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("must begin with the columns");
    }

    private Path labels(String... lines) throws IOException {
        return Files.writeString(
                folder.resolve("targets.tsv"),
                "file\tid\tspans\tlabel\tsecond\n" + String.join("", lines));
    }

    private void posts(String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("some.train.tsv.gz"), bytes.toByteArray());
    }
}
