package dev.earshot.usecase.job;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.export.ExportFormat;
import dev.earshot.core.export.PostRows;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Ids and texts of posts, a line each. */
record LineRows(BufferedWriter out) implements PostRows {
    LineRows(ExportFormat format, Path file) throws IOException {
        this(Files.newBufferedWriter(file));
        out.write(format.key() + "\n");
    }

    @Override
    public void write(PostAnalysis post, Optional<String> text) throws IOException {
        out.write(post.id().nativeId() + " " + text.orElse("-") + "\n");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
