package dev.earshot.wire;

/** One field of a record can't be taken; caught where the record is accounted for. */
final class BadField extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String path;
    private final String reason;

    BadField(String path, String reason) {
        super(path + ": " + reason, null, false, false);
        this.path = path;
        this.reason = reason;
    }

    String path() {
        return path;
    }

    String reason() {
        return reason;
    }
}
