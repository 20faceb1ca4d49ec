package dev.earshot.djl.image;

/** Carries a refusal to {@link ImageDecoder}, which turns it into a value. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Decoding.Reason reason;

    RefusedException(Decoding.Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static RefusedException truncated(MediaType type) {
        return new RefusedException(
                Decoding.Reason.TRUNCATED,
                "The " + type + " file ends before its picture does: upload it again.");
    }

    static RefusedException corrupt(MediaType type, String what) {
        return new RefusedException(
                Decoding.Reason.CORRUPT, "The " + type + " file is damaged: " + what + ".");
    }

    Decoding.Refused refused() {
        return new Decoding.Refused(reason, String.valueOf(getMessage()));
    }
}
