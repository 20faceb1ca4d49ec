package dev.earshot.privacy.network;

import dev.earshot.core.privacy.PiiKind;
import dev.earshot.core.privacy.PiiSpan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds addresses of e-mail: the dot-atom form of RFC 5321 with letters of any script (RFC 6531),
 * and the spelt-out form "name (at) host (dot) org". Stateless.
 */
public final class Emails {
    private static final String ATOM = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]";

    private static final String HOST =
            "(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.){1,6}\\p{L}[\\p{L}\\p{N}-]{1,23}";

    private static final Pattern PLAIN =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}._@+-])[\\p{L}\\p{N}_](?:"
                            + ATOM
                            + "|\\.(?=[\\p{L}\\p{N}_])){0,63}@"
                            + HOST
                            + "(?![\\p{L}\\p{N}])");

    private static final Pattern SPELT =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}._@+-])[\\p{L}\\p{N}][\\p{L}\\p{N}._+-]{0,40}"
                            + "\\s?(?:[\\[({<]\\s?(?:at|@|ät|arroba|chez)\\s?[\\])}>]|\\sat\\s)\\s?"
                            + "[\\p{L}\\p{N}-]{2,40}"
                            + "(?:\\s?(?:[\\[({<]\\s?(?:dot|\\.|punkt|punto|point|ponto)\\s?[\\])}>]|\\sdot\\s|\\.)\\s?"
                            + "[\\p{L}]{2,20}){1,3}(?![\\p{L}\\p{N}])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern BRACKET_OR_DOT =
            Pattern.compile("[\\[({<]|\\sdot\\s", Pattern.CASE_INSENSITIVE);

    private Emails() {}

    /** All addresses. */
    public static List<PiiSpan> find(String text) {
        List<PiiSpan> found = new ArrayList<>();
        if (text.indexOf('@') >= 0) {
            add(PLAIN.matcher(text), "RFC5321", found);
        }
        Matcher spelt = SPELT.matcher(text);
        while (spelt.find()) {
            // "look at this.com" alone is an English sentence
            if (BRACKET_OR_DOT.matcher(spelt.group()).find()) {
                found.add(new PiiSpan(spelt.start(), spelt.end(), PiiKind.EMAIL, "SPELT"));
            }
        }
        return found;
    }

    private static void add(Matcher matcher, String rule, List<PiiSpan> found) {
        while (matcher.find()) {
            found.add(new PiiSpan(matcher.start(), matcher.end(), PiiKind.EMAIL, rule));
        }
    }
}
