package dev.earshot.queryapi.route;

import dev.earshot.core.store.PostQueue;
import dev.earshot.queryapi.http.Problem;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Cuts a body of posts into messages that the queue takes: at most 100 records and {@link
 * PostQueue#MAX_BYTES} each. A body that is small enough stays as it came; else an array is cut
 * between its items, an envelope {@code {"posts":[...]}} between its posts, and NDJSON between its
 * lines. Only texts that a decoder has found to be JSON or NDJSON may be given. Stateless.
 */
final class Pieces {
    private static final int MAX_RECORDS = 100;

    private Pieces() {}

    /**
     * The messages, in the order of the body.
     *
     * @param total how many records the whole body holds
     * @param count how many records a piece holds
     */
    static List<String> of(String body, int total, ToIntFunction<String> count) {
        if (bytes(body) <= PostQueue.MAX_BYTES && total <= MAX_RECORDS) {
            return List.of(body);
        }
        String text = body.startsWith("\uFEFF") ? body.substring(1) : body;
        Cut cut = Cut.of(text.strip());
        List<String> messages = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int records = 0;
        int bytes = 0;
        for (int i = 0; i < cut.items().size(); i++) {
            String item = cut.items().get(i);
            String alone = cut.before() + item + cut.after();
            int itemBytes = bytes(item) + 1;
            int itemRecords = count.applyAsInt(alone);
            if (bytes(alone) > PostQueue.MAX_BYTES || itemRecords > MAX_RECORDS) {
                throw new Problem(
                        Problem.Kind.TOO_LARGE,
                        "part "
                                + (i + 1)
                                + " of the body has "
                                + itemRecords
                                + " records and "
                                + bytes(alone)
                                + " bytes and can't be cut; send at most "
                                + MAX_RECORDS
                                + " records and "
                                + PostQueue.MAX_BYTES
                                + " bytes in one JSON object");
            }
            boolean full =
                    records + itemRecords > MAX_RECORDS
                            || bytes + itemBytes + bytes(cut.before()) + bytes(cut.after())
                                    > PostQueue.MAX_BYTES;
            if (full && !open.isEmpty()) {
                messages.add(cut.before() + open + cut.after());
                open.setLength(0);
                records = 0;
                bytes = 0;
            }
            open.append(open.isEmpty() ? "" : cut.between()).append(item);
            records += itemRecords;
            bytes += itemBytes;
        }
        if (!open.isEmpty()) {
            messages.add(cut.before() + open + cut.after());
        }
        return messages;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The parts of a body, and what must stand around and between them. */
    private record Cut(String before, List<String> items, String between, String after) {
        static Cut of(String text) {
            if (text.startsWith("[")) {
                List<String> items = new ArrayList<>();
                if (itemsOf(text, 0, items) == text.length()) {
                    return new Cut("[", items, ",", "]");
                }
            }
            int posts = text.startsWith("{") ? envelope(text) : -1;
            if (posts >= 0) {
                List<String> items = new ArrayList<>();
                int end = itemsOf(text, posts, items);
                return new Cut(text.substring(0, posts + 1), items, ",", text.substring(end - 1));
            }
            return new Cut("", text.lines().filter(line -> !line.isBlank()).toList(), "\n", "");
        }

        /** Where the array of a whole object's field {@code posts} begins; -1 if it has none. */
        private static int envelope(String text) {
            int at = 1;
            int posts = -1;
            while (at < text.length() && text.charAt(at) != '}') {
                char c = text.charAt(at);
                if (c == '"') {
                    int end = valueEnd(text, at);
                    boolean named = text.substring(at, end).equals("\"posts\"");
                    int value = skipBlanks(text, skipBlanks(text, end) + 1);
                    if (named && value < text.length() && text.charAt(value) == '[') {
                        posts = value;
                    }
                    at = valueEnd(text, value);
                } else {
                    at++;
                }
            }
            return at == text.length() - 1 ? posts : -1;
        }

        /** Collects an array's items; returns the place after its closing bracket. */
        private static int itemsOf(String text, int start, List<String> items) {
            int at = skipBlanks(text, start + 1);
            while (at < text.length() && text.charAt(at) != ']') {
                int end = valueEnd(text, at);
                items.add(text.substring(at, end));
                at = skipBlanks(text, end);
                if (at < text.length() && text.charAt(at) == ',') {
                    at = skipBlanks(text, at + 1);
                }
            }
            return at + 1;
        }

        /** The place after the value that begins at {@code start}. */
        private static int valueEnd(String text, int start) {
            int depth = 0;
            int at = start;
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '"') {
                    at = stringEnd(text, at);
                    if (depth == 0) {
                        return at;
                    }
                    continue;
                }
                if (c == '{' || c == '[') {
                    depth++;
                } else if (c == '}' || c == ']') {
                    if (depth == 0) {
                        return at;
                    }
                    depth--;
                    if (depth == 0) {
                        return at + 1;
                    }
                } else if (depth == 0 && (c == ',' || Character.isWhitespace(c))) {
                    return at;
                }
                at++;
            }
            return at;
        }

        private static int stringEnd(String text, int start) {
            int at = start + 1;
            while (at < text.length() && text.charAt(at) != '"') {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            return Math.min(text.length(), at + 1);
        }

        private static int skipBlanks(String text, int start) {
            int at = start;
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at;
        }
    }
}
