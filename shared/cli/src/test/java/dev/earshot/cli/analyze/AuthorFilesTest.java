package dev.earshot.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.model.KeywordTextModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Every wrong input is told with its place and reason, and what is right beside it counts. */
class AuthorFilesTest {
    private static final Instant NOW = Instant.parse("2026-03-04T00:00:00Z");
    private static final String GOOD =
            "{\"id\":\"1\",\"text\":\"tea\",\"createdAt\":\"2026-03-01T00:00:00Z\","
                    + "\"author\":{\"id\":\"7\",\"handle\":\"@Tea\",\"followers\":10}}";

    private static AuthorFiles.Read read(Path folder, String... lines) throws Exception {
        Path file = folder.resolve("posts.ndjson");
        Files.writeString(file, String.join("\n", lines));
        return AuthorFiles.read(
                List.of(file),
                new TextReader(
                        new KeywordTextModel(),
                        (text, declared) -> new Language("en", .99),
                        Set.of("en")),
                BrandCatalogue.EMPTY,
                InstantSource.fixed(NOW));
    }

    @Test
    void read_goodPost_isNamedAsTheFileNamesItAndNothingIsTold(@TempDir Path folder)
            throws Exception {
        AuthorFiles.Read read = read(folder, GOOD);

        assertThat(read.posts()).hasSize(1);
        assertThat(read.names().values()).containsExactly("tea");
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void read_brokenLine_isToldWithItsPlaceAndTheOthersCount(@TempDir Path folder)
            throws Exception {
        AuthorFiles.Read read = read(folder, GOOD, "{\"id\":", "{\"id\":\"3\",\"text\":7}");

        assertThat(read.posts()).hasSize(1);
        assertThat(read.notes()).hasSize(2);
        assertThat(read.notes().get(0)).startsWith("left out: ").contains("posts.ndjson line 2: ");
        assertThat(read.notes().get(1)).contains("posts.ndjson line 3: text");
    }

    @Test
    void read_dateInTheFuture_isToldAndCountsAsOfNow(@TempDir Path folder) throws Exception {
        AuthorFiles.Read read = read(folder, GOOD.replace("2026-03-01", "2031-03-01"));

        assertThat(read.notes())
                .containsExactly(
                        "dated in the future and counted as of now: upload:1, 2031-03-01T00:00:00Z");
        assertThat(read.posts().getFirst().publishedAt()).isEqualTo(NOW);
    }

    @Test
    void read_moreFollowersThanPeople_isToldAndTakenAsUnknown(@TempDir Path folder)
            throws Exception {
        AuthorFiles.Read read =
                read(folder, GOOD.replace("\"followers\":10", "\"followers\":1000000000000"));

        assertThat(read.notes())
                .containsExactly(
                        "more followers than there are people, taken as unknown: upload:1,"
                                + " 1000000000000");
        assertThat(read.posts().getFirst().author().followers()).isEqualTo(OptionalLong.empty());
    }

    @Test
    void read_garbageAlone_holdsNoPostAndSaysWhy(@TempDir Path folder) throws Exception {
        AuthorFiles.Read read = read(folder, "oops", "no posts here");

        assertThat(read.posts()).isEmpty();
        assertThat(read.notes()).isNotEmpty().allMatch(note -> note.startsWith("left out: "));
        assertThat(read.notes().stream().collect(Collectors.joining())).contains("posts.ndjson");
    }
}
