package dev.earshot.wire;

/** Turns marked-up text into plain text. */
final class Html {
    private Html() {}

    /** Resolves the three entities that X writes, ampersand, less-than and greater-than, once. */
    static String unescapeBasic(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
