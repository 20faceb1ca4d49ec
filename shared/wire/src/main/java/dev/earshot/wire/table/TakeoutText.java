package dev.earshot.wire.table;

import dev.earshot.wire.json.Field;
import dev.earshot.wire.json.JsonSource;

/**
 * The text of a comment in a download from Google: pieces of JSON in one cell, either {@code
 * {"takeoutSegments":[{"text":...}]}} or {@code {"text":...},{"text":...}}. Stateless.
 */
final class TakeoutText {
    private static final int DEPTH = 16;

    private TakeoutText() {}

    /** The words of the pieces; the cell itself if it is no JSON. */
    static String plain(String cell) {
        if (!cell.startsWith("{")
                || !(JsonSource.read("[" + cell + "]", DEPTH)
                        instanceof JsonSource.Reading.Whole whole)) {
            return cell;
        }
        var text = new StringBuilder();
        for (Field piece : new Field("", whole.root()).itemsIfAny()) {
            Field segments = piece.at("takeoutSegments");
            if (segments.isArray()) {
                segments.items().forEach(segment -> text.append(segment.at("text").textIfAny()));
            } else {
                text.append(piece.at("text").textIfAny());
            }
        }
        return text.isEmpty() ? cell : text.toString();
    }
}
