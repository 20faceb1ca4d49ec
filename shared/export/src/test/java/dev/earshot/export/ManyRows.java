package dev.earshot.export;

import dev.earshot.core.export.ExportFormat;
import dev.earshot.core.export.ExportRows;
import dev.earshot.core.export.PostRow;
import dev.earshot.testkit.Posts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Writes many posts, in a process of its own: its arguments are format, number and file. */
final class ManyRows {
    private ManyRows() {}

    public static void main(String[] arguments) throws IOException {
        ExportFormat format = ExportFormat.of(arguments[0]).orElseThrow();
        int count = Integer.parseInt(arguments[1]);
        try (ExportRows<PostRow> rows = ExportedRows.posts(format, Path.of(arguments[2]))) {
            for (int i = 0; i < count; i++) {
                rows.write(
                        new PostRow(
                                Posts.post("p" + i)
                                        .at(Posts.PUBLISHED.plusSeconds(i))
                                        .about("acme")
                                        .analysis(),
                                Optional.of(
                                        "post number "
                                                + i
                                                + " about a fine kettle, "
                                                + i * 7919L)));
            }
        }
    }
}
