package dev.earshot.queryapi.route;

import dev.earshot.core.store.PostQueue;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.wire.BodyParts;
import dev.earshot.wire.api.ProblemKind;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Splits a body of posts into messages that fit the queue: at most 100 records and {@link
 * PostQueue#MAX_BYTES} each. A body that is small enough is left unchanged; otherwise it is split
 * between its {@link BodyParts}. The body must be valid JSON or NDJSON. Stateless.
 */
final class QueueMessages {
    private static final int MAX_RECORDS = 100;

    private QueueMessages() {}

    /**
     * The messages, in the order of the body.
     *
     * @param total number of records in the body
     * @param count counts the records in a piece
     */
    static List<String> of(String body, int total, ToIntFunction<String> count) {
        if (bytes(body) <= PostQueue.MAX_BYTES && total <= MAX_RECORDS) {
            return List.of(body);
        }
        BodyParts cut = BodyParts.of(body);
        List<String> messages = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int records = 0;
        int bytes = 0;
        for (int i = 0; i < cut.parts().size(); i++) {
            String part = cut.parts().get(i);
            String alone = cut.before() + part + cut.after();
            int partBytes = bytes(part) + 1;
            int partRecords = count.applyAsInt(alone);
            if (bytes(alone) > PostQueue.MAX_BYTES || partRecords > MAX_RECORDS) {
                throw new ProblemException(
                        ProblemKind.TOO_LARGE,
                        "part "
                                + (i + 1)
                                + " of the body has "
                                + partRecords
                                + " records and "
                                + bytes(alone)
                                + " bytes and can't be cut; send at most "
                                + MAX_RECORDS
                                + " records and "
                                + PostQueue.MAX_BYTES
                                + " bytes in one JSON object");
            }
            boolean full =
                    records + partRecords > MAX_RECORDS
                            || bytes + partBytes + bytes(cut.before()) + bytes(cut.after())
                                    > PostQueue.MAX_BYTES;
            if (full && !open.isEmpty()) {
                messages.add(cut.before() + open + cut.after());
                open.setLength(0);
                records = 0;
                bytes = 0;
            }
            open.append(open.isEmpty() ? "" : cut.between()).append(part);
            records += partRecords;
            bytes += partBytes;
        }
        if (!open.isEmpty()) {
            messages.add(cut.before() + open + cut.after());
        }
        return messages;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
