package dev.earshot.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** A million posts are written in a heap far smaller than they are. */
@Timeout(1_800)
final class BoundedExportTest {
    private static final int ROWS = Integer.getInteger("earshot.export.rows", 1_000_000);

    @TempDir private Path folder = Path.of("");

    /** Parquet keeps a group of rows, 128 MB, before it writes it. */
    @Tag("long")
    @ParameterizedTest
    @CsvSource({"ndjson, 48, 0", "csv, 48, 1", "parquet, 400, 0"})
    void write_aMillionPosts_fitsIntoASmallHeap(String format, int heapMegabytes, int header)
            throws Exception {
        Path file = folder.resolve("posts." + format);
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + heapMegabytes + "m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ManyRows.class.getName(),
                                format,
                                String.valueOf(ROWS),
                                file.toString())
                        .inheritIO()
                        .start();

        assertThat(process.waitFor()).isZero();
        assertThat(rows(format, file)).isEqualTo(ROWS + header);
    }

    private static long rows(String format, Path file) throws Exception {
        if (!format.equals("parquet")) {
            try (var lines = Files.lines(file)) {
                return lines.count();
            }
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM '" + file + "'")) {
            count.next();
            return count.getLong(1);
        }
    }
}
