package dev.earshot.cli.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

final class PastPostsFileTest {
    @Test
    void read_table_addsTheResponsesAndNamesWhatItRefuses(@TempDir Path folder) throws IOException {
        PastPostsFile file =
                PastPostsFile.read(
                        written(
                                folder,
                                "created_at\ttext\treplies\tretweets\tfavorites\tuser\n"
                                        + "10/16/17 22:59\thello \"you\"\t1\t2\t3\tann\n"
                                        + "2026-01-31T12:00:00+01:00\tiso\t\t2\t3\tann\n"
                                        + "yesterday\tbad\t1\t2\t3\tann\n"
                                        + "10/16/17 22:59\tshort\n"));

        assertThat(file.posts()).hasSize(2);
        assertThat(file.posts().getFirst().responses()).isEqualTo(6);
        assertThat(file.posts().getFirst().post().at())
                .isEqualTo(Instant.parse("2017-10-16T22:59:00Z"));
        assertThat(file.posts().get(1).post().at())
                .isEqualTo(Instant.parse("2026-01-31T11:00:00Z"));
        assertThat(file.refused())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("line 4") && line.contains("yesterday"))
                .anyMatch(line -> line.startsWith("line 5") && line.contains("got 2"));
    }

    @Test
    void read_withoutItsColumns_saysWhichOnesItTakes(@TempDir Path folder) throws IOException {
        Path other = written(folder, "a,b\n1,2\n");
        Path noCounts = written(folder, "created_at\ttext\n10/16/17 22:59\tx\n");

        assertThatThrownBy(() -> PastPostsFile.read(other)).hasMessageContaining("created_at");
        assertThatThrownBy(() -> PastPostsFile.read(noCounts)).hasMessageContaining("retweets");
    }

    private static Path written(Path folder, String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "posts", ".tsv"), text);
    }
}
