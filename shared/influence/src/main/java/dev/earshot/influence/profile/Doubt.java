package dev.earshot.influence.profile;

import java.util.Locale;

/** Why a response does not count as that of somebody who cares. */
public enum Doubt {
    /** It repeats another account's comment. */
    COPIED,
    /** Its account trades responses with the author, or in a circle around the author. */
    TRADED,
    /** Its account answers this author often, and nobody else. */
    DEVOTED,
    /** Its account looks made for sale. */
    IMPLAUSIBLE;

    /** The lower-case name used in keys and JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
