package dev.earshot.wire.json;

import java.util.List;
import java.util.Map;

/**
 * A JSON value as it was written. Unlike Jackson's tree it keeps numbers as text, so that a 64-bit
 * id never passes through a double and {@code 1e999999999} costs nothing, and knows which part of
 * the source an object covers, so that a record can be parked exactly as received.
 */
public sealed interface Json {
    /** What the value is, for messages. */
    String kind();

    /** Half-open range of the source in UTF-16 units. */
    record Span(int start, int end) {
        public boolean covers(int offset) {
            return start <= offset && offset < end;
        }
    }

    /** An object; if a name occurs twice, the first value is kept and a flaw is recorded. */
    record Obj(Map<String, Json> fields, Span span) implements Json {
        @Override
        public String kind() {
            return "an object";
        }
    }

    /** An array. */
    record Arr(List<Json> items, Span span) implements Json {
        @Override
        public String kind() {
            return "an array";
        }
    }

    /** A string, escapes resolved; may hold NUL and lone surrogates. */
    record Str(String value) implements Json {
        @Override
        public String kind() {
            return "a string";
        }
    }

    /** A number as written. */
    record Num(String text) implements Json {
        @Override
        public String kind() {
            return "a number";
        }
    }

    /** A truth value. */
    record Bool(boolean value) implements Json {
        @Override
        public String kind() {
            return value ? "true" : "false";
        }
    }

    /** Null, or a value nested too deep to be read, for which a flaw is recorded. */
    record Null() implements Json {
        @Override
        public String kind() {
            return "null";
        }
    }
}
