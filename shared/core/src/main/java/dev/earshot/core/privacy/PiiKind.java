package dev.earshot.core.privacy;

/** A kind of personal data that is found in texts, with what stands in its place. */
public enum PiiKind {
    EMAIL("[email]"),
    PHONE("[phone]"),
    CARD("[card]"),
    IBAN("[iban]"),
    /** The address of a wallet of a cryptocurrency. */
    WALLET("[wallet]"),
    /** An address of the Internet protocol, version 4 or 6. */
    IP("[ip]"),
    /** The address of a network device. */
    MAC("[mac]"),
    /** A street with its number. */
    STREET("[address]"),
    /** The name of a person. */
    PERSON("[name]"),
    /**
     * An account of somebody else than the brands. The text models know this placeholder: they read
     * every account's name as it.
     */
    HANDLE("@user"),
    /** A number by which a state, a tax office or a health service knows a person. */
    NATIONAL_NUMBER("[id number]");

    private final String placeholder;

    PiiKind(String placeholder) {
        this.placeholder = placeholder;
    }

    /** What stands in a masked text; nothing in it is found again. */
    public String placeholder() {
        return placeholder;
    }
}
