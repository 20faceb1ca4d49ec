package dev.earshot.wire.json;

import org.jsoup.parser.Parser;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mends texts that were decoded or escaped once too often. A text is mended only where that is
 * certain: every run of its characters above ASCII must turn into valid UTF-8, and back.
 */
public final class TextRepair {
    private static final int MAX_TIMES = 3;
    private static final Pattern RUN = Pattern.compile("[\\x{80}-\\x{10FFFF}]+");
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

    /** How a run begins that was UTF-8 and is read as Windows-1252. */
    private static final String LEADS = "ÃÂâðïÅÄ";

    /** How many sequences of UTF-8 must be found before a run of letters is taken for them. */
    private static final int MIN_SEQUENCES_CYRILLIC = 2;

    private static final List<Charset> WRONG = wrong();

    private TextRepair() {}

    private static List<Charset> wrong() {
        var charsets = new ArrayList<Charset>();
        for (String name :
                List.of("windows-1252", "x-MacRoman", "windows-1251", "IBM437", "IBM850")) {
            if (Charset.isSupported(name)) {
                charsets.add(Charset.forName(name));
            }
        }
        return List.copyOf(charsets);
    }

    /**
     * A text decoded as it should have been.
     *
     * @param whole whether nothing that is broken is left in it
     */
    public record Repaired(String text, boolean whole) {}

    /** The text decoded as it should have been; empty if it is not certain that it was not. */
    public static Optional<Repaired> decodedOnce(String text) {
        Optional<Repaired> repaired = Optional.empty();
        String now = text;
        for (int i = 0; i < MAX_TIMES; i++) {
            Optional<Repaired> better = once(now);
            if (better.isEmpty()) {
                return repaired;
            }
            now = better.get().text();
            repaired = better;
        }
        return repaired;
    }

    private static Optional<Repaired> once(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return Optional.empty();
        }
        for (Charset charset : WRONG) {
            Optional<Repaired> repaired = once(text, charset);
            if (repaired.isPresent()) {
                return repaired;
            }
        }
        return Optional.empty();
    }

    /**
     * Undoes one decoding. Programs drop bytes that mean nothing in an encoding; a run that was
     * spoilt so is left as it is, if it begins as such runs do and another one is certain.
     */
    private static Optional<Repaired> once(String text, Charset wrong) {
        var repaired = new StringBuilder();
        Matcher run = RUN.matcher(text);
        int behind = 0;
        int sequences = 0;
        boolean whole = true;
        while (run.find()) {
            Optional<String> right = utf8(run.group(), wrong);
            boolean spoilt = right.isEmpty() && LEADS.indexOf(run.group().charAt(0)) >= 0;
            if (right.isEmpty() && !(spoilt && wrong.name().equals("windows-1252"))) {
                return Optional.empty();
            }
            whole &= !spoilt;
            sequences += right.map(r -> r.codePointCount(0, r.length())).orElse(0);
            repaired.append(text.substring(behind, run.start())).append(right.orElse(run.group()));
            behind = run.end();
        }
        int needed = wrong.name().equals("windows-1251") ? MIN_SEQUENCES_CYRILLIC : 1;
        return sequences >= needed
                ? Optional.of(
                        new Repaired(repaired.append(text.substring(behind)).toString(), whole))
                : Optional.empty();
    }

    /** The UTF-8 that a run of characters was before it was decoded in another encoding. */
    private static Optional<String> utf8(String run, Charset wrong) {
        byte[] bytes = new byte[run.length()];
        for (int i = 0; i < bytes.length; i++) {
            int b = encoded(run.charAt(i), wrong);
            if (b < 0) {
                return Optional.empty();
            }
            bytes[i] = (byte) b;
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The byte of a character; -1 if it has none. Windows-1252 leaves five bytes as they are. */
    private static int encoded(char c, Charset charset) {
        if (charset.name().equals("windows-1252") && c >= 0x80 && c <= 0xFF) {
            return c;
        }
        try {
            ByteBuffer bytes =
                    charset.newEncoder()
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .encode(CharBuffer.wrap(new char[] {c}));
            return bytes.remaining() == 1 ? bytes.get() & 0xFF : -1;
        } catch (CharacterCodingException e) {
            return -1;
        }
    }

    /** The text with its HTML character references undone, once. */
    public static String unescaped(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(character(found.group())));
    }

    /** The character that a reference names; the reference itself if it names none. */
    private static String character(String reference) {
        String shown = Parser.unescapeEntities(reference, true);
        boolean harmful = shown.indexOf('\0') >= 0 || shown.indexOf('\uFFFD') >= 0;
        return harmful ? reference : shown;
    }
}
