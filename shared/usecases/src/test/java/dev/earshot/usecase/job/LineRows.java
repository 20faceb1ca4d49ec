package dev.earshot.usecase.job;

import dev.earshot.core.count.CountDelta;
import dev.earshot.core.export.ExportFormat;
import dev.earshot.core.export.ExportRows;
import dev.earshot.core.export.PostRow;
import dev.earshot.engagement.cases.Case;
import dev.earshot.influence.score.RankedAuthor;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** The least of each row that tells it from others, a line each. */
record LineRows<R>(BufferedWriter out, Function<R, String> line) implements ExportRows<R> {
    /** Opens such files for every kind of export. */
    static final JobExecutions.Writers WRITERS =
            new JobExecutions.Writers(
                    opening(LineRows::post),
                    opening((Case each) -> each.lead().id().nativeId()),
                    opening((CountDelta hour) -> hour.minute() + " " + hour.counts().posts()),
                    opening(LineRows::author));

    private static String post(PostRow row) {
        return row.post().id().nativeId() + " " + row.text().orElse("-");
    }

    private static String author(RankedAuthor author) {
        return author.rank() + " " + author.author().score().author().pseudonym();
    }

    private static <R> ExportRows.Opening<R> opening(Function<R, String> line) {
        return (format, file) -> open(format, file, line);
    }

    private static <R> LineRows<R> open(ExportFormat format, Path file, Function<R, String> line)
            throws IOException {
        var rows = new LineRows<>(Files.newBufferedWriter(file), line);
        rows.out.write(format.key() + "\n");
        return rows;
    }

    @Override
    public void write(R row) throws IOException {
        out.write(line.apply(row) + "\n");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
