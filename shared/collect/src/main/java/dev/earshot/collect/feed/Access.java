package dev.earshot.collect.feed;

import java.util.List;
import java.util.Map;

/** How a platform wants to be asked. */
public sealed interface Access {
    /** By anybody. */
    record Open() implements Access {}

    /** With headers made of a credential. */
    non-sealed interface Keyed extends Access.WithFields {
        Map<String, String> headers(Credential credential);
    }

    /** With headers made of what it answers to a credential. */
    non-sealed interface SignIn extends Access.WithFields {
        Ask ask(Credential credential);

        Map<String, String> headers(Answer answer) throws UnreadableException;
    }

    /** With a credential of these fields. */
    sealed interface WithFields extends Access permits Keyed, SignIn {
        /** The fields that it needs. */
        List<String> fields();

        /** Whether it can be asked without, too. */
        boolean optional();
    }
}
