package dev.earshot.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.earshot.core.count.CountDelta;
import dev.earshot.core.export.ExportContent;
import dev.earshot.core.export.ExportFormat;
import dev.earshot.core.export.ExportRows;
import dev.earshot.core.export.PostRow;
import dev.earshot.core.post.Author;
import dev.earshot.engagement.cases.Case;
import dev.earshot.engagement.view.CaseView;
import dev.earshot.influence.score.RankedAuthor;
import dev.earshot.wire.api.JsonWriter;
import dev.earshot.wire.api.PostWithText;

import java.io.IOException;
import java.nio.file.Path;

/** Rows as the API shows them, in files of each format. Not thread-safe. */
public final class ExportedRows<R> implements ExportRows<R> {
    private static final ObjectMapper TREE = new ObjectMapper();
    private static final JsonWriter JSON = new JsonWriter();

    private final Look<R> look;
    private final ExportFile file;

    private ExportedRows(Look<R> look, ExportFile file) {
        this.look = look;
        this.file = file;
    }

    /** What the API shows of a row. */
    private interface Look<R> {
        JsonNode of(R row) throws JsonProcessingException;
    }

    /** Posts. */
    public static ExportRows<PostRow> posts(ExportFormat format, Path path) throws IOException {
        return new ExportedRows<>(ExportedRows::post, open(ExportContent.POSTS, format, path));
    }

    /** Cases, without their history. */
    public static ExportRows<Case> cases(ExportFormat format, Path path) throws IOException {
        return new ExportedRows<>(
                each -> tree(CaseView.listed(each)), open(ExportContent.CASES, format, path));
    }

    /** Counts of an hour each. */
    public static ExportRows<CountDelta> counts(ExportFormat format, Path path) throws IOException {
        return new ExportedRows<>(
                hour -> tree(CountItem.of(hour)), open(ExportContent.COUNTS, format, path));
    }

    /** Authors of a board. */
    public static ExportRows<RankedAuthor> scores(ExportFormat format, Path path)
            throws IOException {
        return new ExportedRows<>(
                author -> tree(ScoreItem.of(author)), open(ExportContent.SCORES, format, path));
    }

    private static ExportFile open(ExportContent content, ExportFormat format, Path path)
            throws IOException {
        return ExportFile.open(format, ExportTable.of(content), path);
    }

    private static JsonNode tree(Object view) throws JsonProcessingException {
        return TREE.readTree(JSON.write(view));
    }

    private static JsonNode post(PostRow row) throws JsonProcessingException {
        JsonNode item = tree(new PostWithText(row.post(), row.text()));
        // By it a brand's own accounts are known again where the file is imported.
        row.post()
                .author()
                .flatMap(Author::handle)
                .ifPresent(
                        handle ->
                                ((ObjectNode) item.get("author")).put("handleId", handle.digest()));
        return item;
    }

    @Override
    public void write(R row) throws IOException {
        file.write(look.of(row));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
