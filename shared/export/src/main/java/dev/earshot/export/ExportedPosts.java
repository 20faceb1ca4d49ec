package dev.earshot.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.export.ExportFormat;
import dev.earshot.core.export.PostRows;
import dev.earshot.core.post.Author;
import dev.earshot.wire.api.JsonWriter;
import dev.earshot.wire.api.PostWithText;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Posts as the API shows them, in files of each format. Not thread-safe. */
public final class ExportedPosts implements PostRows {
    private final JsonWriter json = new JsonWriter();
    private final ObjectMapper tree = new ObjectMapper();
    private final ExportFile file;

    private ExportedPosts(ExportFile file) {
        this.file = file;
    }

    /** A new file in place of one of that path. */
    public static PostRows open(ExportFormat format, Path path) throws IOException {
        return new ExportedPosts(ExportFile.open(format.key(), ExportTable.POSTS, path));
    }

    @Override
    public void write(PostAnalysis post, Optional<String> text) throws IOException {
        file.write(item(post, text));
    }

    private JsonNode item(PostAnalysis post, Optional<String> text) throws JsonProcessingException {
        JsonNode item = tree.readTree(json.write(new PostWithText(post, text)));
        // By it a brand's own accounts are known again where the file is imported.
        post.author()
                .flatMap(Author::handle)
                .ifPresent(
                        handle ->
                                ((ObjectNode) item.get("author")).put("handleId", handle.digest()));
        return item;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
