package dev.earshot.wire.file;

/** What a file is, judged by its beginning. */
public sealed interface FileKind {
    /** In a few words, for people. */
    String label();

    /** Nothing at all. */
    record Empty() implements FileKind {
        @Override
        public String label() {
            return "an empty file";
        }
    }

    /** One JSON value on each line. */
    record Lines() implements FileKind {
        @Override
        public String label() {
            return "NDJSON: one JSON value a line";
        }
    }

    /**
     * One JSON array.
     *
     * @param prefix length in characters of what stands before it: an archive of X is a script that
     *     begins with {@code window.YTD.tweets.part0 =}
     */
    record Array(int prefix) implements FileKind {
        @Override
        public String label() {
            return prefix > 0 ? "an archive's script with a JSON array" : "a JSON array";
        }
    }

    /** One JSON object. */
    record Document() implements FileKind {
        @Override
        public String label() {
            return "a JSON document";
        }
    }

    /** Values with a sign between them, line by line: perhaps a table. */
    record Table() implements FileKind {
        @Override
        public String label() {
            return "a table";
        }
    }

    /** An RSS or Atom feed. */
    record Feed() implements FileKind {
        @Override
        public String label() {
            return "a feed (RSS or Atom)";
        }
    }

    /** A zip archive that is no document of an office. */
    record Zip() implements FileKind {
        @Override
        public String label() {
            return "a zip archive";
        }
    }

    /** A picture, a video, or bytes that are no text. */
    record Binary() implements FileKind {
        @Override
        public String label() {
            return "a picture, a video, or something else that is no text";
        }
    }

    /**
     * A kind that holds no posts, or holds them in a way that is not read.
     *
     * @param what it is, with its article
     * @param wayOn what to do instead
     */
    record Unread(String what, String wayOn) implements FileKind {
        @Override
        public String label() {
            return what;
        }

        /** Why it is refused, and the way on. */
        public String reason() {
            return "the file is " + what + "; " + wayOn;
        }
    }
}
