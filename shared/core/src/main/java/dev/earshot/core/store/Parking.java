package dev.earshot.core.store;

import dev.earshot.core.Digests;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostMessage;

/** Parks refused records under ids derived from the message, so that redelivery adds nothing. */
public final class Parking {
    private final ParkedStore store;
    private final String source;

    /**
     * @param source where this function's records come from, for instance {@code sqs}
     */
    public Parking(ParkedStore store, String source) {
        this.store = store;
        this.source = source;
    }

    /**
     * Parks one refused record.
     *
     * @param ordinal the record's place among the message's refused records
     */
    public void park(PostMessage message, int ordinal, Decoded.Rejected rejected) {
        store.park(
                new Parked(
                        id(message.id(), ordinal),
                        message.workspace(),
                        source,
                        rejected.path(),
                        rejected.reason(),
                        message.sentAt(),
                        rejected.payload()));
    }

    private static String id(String messageId, int ordinal) {
        return Digests.sha256(messageId + "\0" + ordinal).substring(0, 32);
    }
}
