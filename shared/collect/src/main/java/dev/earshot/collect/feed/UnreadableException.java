package dev.earshot.collect.feed;

/** An answer is not what the platform promises; the message continues "the answer". */
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableException(String why) {
        super(why);
    }

    /** Why, to continue "the answer". */
    public String why() {
        return String.valueOf(getMessage());
    }
}
