package dev.earshot.cli.analyze;

import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostEvent;

/** One item of the input. */
sealed interface InputItem {
    /** Roughly how much memory it holds while it waits, in characters. */
    default int weight() {
        return 64;
    }

    /** Whether it takes so long that its result is told before the next item is begun. */
    default boolean isSlow() {
        return false;
    }

    /** A post to analyse. */
    record Published(Post post) implements InputItem {
        @Override
        public int weight() {
            return 512 + post.text().length();
        }
    }

    /** Notice that a post was removed. */
    record Removed(PostEvent.Removed event) implements InputItem {}

    /** A picture to analyse. */
    record Picture(String file, byte[] bytes) implements InputItem {
        @Override
        public int weight() {
            return 64 + bytes.length;
        }

        @Override
        public boolean isSlow() {
            return true;
        }
    }

    /** A video to analyse, read from its file. */
    record Video(String file) implements InputItem {
        @Override
        public boolean isSlow() {
            return true;
        }
    }

    /**
     * A record that is refused.
     *
     * @param path where in the file the fault is
     */
    record Refused(String file, String path, String reason) implements InputItem {}

    /** A record that says nothing about a post. */
    record Irrelevant() implements InputItem {}
}
