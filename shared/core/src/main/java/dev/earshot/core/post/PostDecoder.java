package dev.earshot.core.post;

import java.time.Instant;
import java.util.List;

/** Reads messages of every supported format. Thread-safe; never throws on bad input. */
public interface PostDecoder {
    /** All records of a message, in order; an unreadable message is one rejection. */
    List<Decoded> decode(PostMessage message);

    /** One record of a message. */
    sealed interface Decoded {
        /** A record that was understood. */
        record Event(PostEvent event) implements Decoded {}

        /** An account is gone from its platform: all of its posts must go too. */
        record AuthorGone(AuthorRef author, Instant at) implements Decoded {}

        /** An account that was gone is back on its platform. */
        record AuthorBack(AuthorRef author, Instant at) implements Decoded {}

        /** A well-formed record that says nothing about a post, such as a like; to be ignored. */
        record Irrelevant(String what) implements Decoded {}

        /**
         * A record that can't be taken.
         *
         * @param path where in the message the fault is, for instance {@code data[3].created_at}
         * @param reason what is wrong, with the value, and how to mend it
         * @param payload the record as it came, for parking
         */
        record Rejected(String path, String reason, String payload) implements Decoded {}
    }
}
