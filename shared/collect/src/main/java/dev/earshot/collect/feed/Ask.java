package dev.earshot.collect.feed;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** A request to a platform. Its text form leaves the headers out, which may hold a credential. */
public sealed interface Ask {
    URI uri();

    Map<String, String> headers();

    /** The same with more headers. */
    Ask with(Map<String, String> more);

    /** Gets a page. */
    record Get(URI uri, Map<String, String> headers) implements Ask {
        public Get {
            headers = Map.copyOf(headers);
        }

        public Get(URI uri) {
            this(uri, Map.of());
        }

        @Override
        public Ask with(Map<String, String> more) {
            return new Get(uri, joined(headers, more));
        }

        @Override
        public String toString() {
            return "GET " + uri.getHost() + uri.getPath();
        }
    }

    /** Posts a body, to sign in. */
    record Post(URI uri, Map<String, String> headers, String body) implements Ask {
        public Post {
            headers = Map.copyOf(headers);
        }

        @Override
        public Ask with(Map<String, String> more) {
            return new Post(uri, joined(headers, more), body);
        }

        @Override
        public String toString() {
            return "POST " + uri.getHost() + uri.getPath();
        }
    }

    /**
     * Listens to a WebSocket; the answer's body holds its whole text messages, one a line. A
     * message that is too long to be taken is an empty line. If the platform ended it, the header
     * {@link #CUT} says how.
     *
     * @param longest after which it is closed
     * @param last whether a message is the last that is wanted
     */
    record Listen(URI uri, Map<String, String> headers, Duration longest, Predicate<String> last)
            implements Ask {
        /** Of an answer: how the platform ended it, to continue "the log". */
        public static final String CUT = "listening-cut";

        public Listen {
            headers = Map.copyOf(headers);
        }

        @Override
        public Ask with(Map<String, String> more) {
            return new Listen(uri, joined(headers, more), longest, last);
        }

        @Override
        public String toString() {
            return "LISTEN " + uri.getHost() + uri.getPath();
        }
    }

    private static Map<String, String> joined(Map<String, String> one, Map<String, String> other) {
        var all = new HashMap<>(one);
        all.putAll(other);
        return all;
    }
}
