package dev.earshot.reading.letters;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Replaces letters that are dressed up as other characters by ASCII letters, one code point by one:
 *
 * <ul>
 *   <li>styled letters: mathematical, full-width, circled and squared ones, small capitals;
 *   <li>look-alikes: Cyrillic and Greek letters that look like Latin ones, within a word that has
 *       Latin letters and no other foreign ones;
 *   <li>digits and signs for letters ("g00d", "$uck$", "h@te"), where the word is one of our list
 *       of feelings: elsewhere digits are names and numbers.
 * </ul>
 *
 * <p>{@code models/text/training/letters.py} implements the same rules, so that models see in
 * training what they see here. Stateless.
 */
public final class PlainLetters {
    private static final String LIST = "feeling-words.txt";
    private static final Set<String> FEELINGS = read();

    /** Pairs of a look-alike and the letter that it looks like. */
    private static final String LOOK_ALIKES =
            "аaеeоoрpсcуyхxѕsіiјjԁdһhԛqԝwӏlАAВBЕEКKМMНHОOРPСCТTХXУYЅSІIЈJ"
                    + "οoαaνvρpυuιiκkΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";

    /** Pairs of a small capital and its letter. */
    private static final String SMALL_CAPITALS = "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz";

    /** Pairs of a letterlike symbol, which the mathematical alphabets leave out, and its letter. */
    private static final String LETTERLIKE = "ℂCℊgℋHℌHℍHℎhℐIℑIℒLℕNℙPℚQℛRℜRℝRℤZℨZℬBℭCℯeℰEℱFℳMℴo";

    private static final String AROUND_WORDS = "\"'().,!?;:*~#";

    private PlainLetters() {}

    /** The text with plain letters; offsets differ where a letter was outside the basic plane. */
    public static String fold(String text) {
        int[] points = text.codePoints().toArray();
        return new String(fold(points), 0, points.length);
    }

    /** Likewise of code points, position by position. */
    public static int[] fold(int[] text) {
        int[] folded = new int[text.length];
        boolean ascii = true;
        for (int i = 0; i < text.length; i++) {
            folded[i] = styled(text, i);
            ascii &= folded[i] < 0x80;
        }
        if (!ascii) {
            foldLookAlikes(folded);
        }
        foldSigns(folded);
        return folded;
    }

    private static int styled(int[] text, int i) {
        int c = text[i];
        if (c < 0x250) {
            return c;
        }
        if (c >= 0x1F130 && c <= 0x1F189) {
            return squared(text, i);
        }
        if (c >= 0x1D400 && c <= 0x1D6A3) {
            return letter((c - 0x1D400) % 52);
        }
        if (c >= 0x1D7CE && c <= 0x1D7FF) {
            return '0' + (c - 0x1D7CE) % 10;
        }
        if ((c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A)) {
            return c - 0xFF21 + 'A';
        }
        if (c >= 0x24B6 && c <= 0x24E9) {
            return letter(c - 0x24B6);
        }
        int small = smallCapital(c);
        return small == c ? paired(LETTERLIKE, c) : small;
    }

    /** Squared A, B, O and P alone are emoji: blood groups and a car park. */
    private static int squared(int[] text, int i) {
        int c = text[i];
        boolean besides =
                (i > 0 && isLetterOrBox(text[i - 1]))
                        || (i + 1 < text.length && isLetterOrBox(text[i + 1]));
        int offset = c < 0x1F150 ? c - 0x1F130 : c < 0x1F170 ? c - 0x1F150 : c - 0x1F170;
        return offset < 26 && besides ? 'A' + offset : c;
    }

    private static boolean isLetterOrBox(int c) {
        return isAsciiLetter(c) || (c >= 0x1F130 && c <= 0x1F189);
    }

    private static int letter(int index) {
        return index < 26 ? 'A' + index : 'a' + index - 26;
    }

    /** The letter of a small capital; any other code point as it is. */
    public static int smallCapital(int c) {
        return paired(SMALL_CAPITALS, c);
    }

    private static int paired(String pairs, int c) {
        for (int i = 0; i < pairs.length(); i += 2) {
            if (pairs.charAt(i) == c) {
                return pairs.charAt(i + 1);
            }
        }
        return c;
    }

    private static void foldLookAlikes(int[] text) {
        int start = 0;
        for (int end = 0; end <= text.length; end++) {
            if (end < text.length && (isAsciiLetter(text[end]) || isGreekOrCyrillic(text[end]))) {
                continue;
            }
            boolean latin = false;
            boolean all = true;
            for (int i = start; i < end; i++) {
                latin |= isAsciiLetter(text[i]);
                all &= paired(LOOK_ALIKES, text[i]) < 0x80;
            }
            for (int i = start; latin && all && i < end; i++) {
                text[i] = paired(LOOK_ALIKES, text[i]);
            }
            start = end + 1;
        }
    }

    private static void foldSigns(int[] text) {
        int start = 0;
        for (int end = 0; end <= text.length; end++) {
            if (end < text.length && text[end] > ' ') {
                continue;
            }
            int first = start;
            int last = end;
            while (first < last && AROUND_WORDS.indexOf(text[first]) >= 0) {
                first++;
            }
            while (last > first && AROUND_WORDS.indexOf(text[last - 1]) >= 0) {
                last--;
            }
            foldSigns(text, first, last);
            start = end + 1;
        }
    }

    private static void foldSigns(int[] text, int start, int end) {
        int letters = 0;
        int signs = 0;
        for (int i = start; i < end; i++) {
            letters += isAsciiLetter(text[i]) ? 1 : 0;
            signs += letterOf(text[i], 'i') != text[i] ? 1 : 0;
        }
        // A sign at the start may be a handle or an amount of money
        if (letters < 2 || signs == 0 || letters + signs < end - start || text[start] == '@') {
            return;
        }
        for (char one : new char[] {'i', 'l'}) {
            var word = new StringBuilder(end - start);
            for (int i = start; i < end; i++) {
                word.append((char) letterOf(text[i] | (isAsciiLetter(text[i]) ? 0x20 : 0), one));
            }
            if (FEELINGS.contains(word.toString())) {
                for (int i = start; i < end; i++) {
                    text[i] = letterOf(text[i], one);
                }
                return;
            }
        }
    }

    private static int letterOf(int c, char one) {
        return switch (c) {
            case '0' -> 'o';
            case '1' -> one;
            case '3' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '7' -> 't';
            default -> c;
        };
    }

    private static boolean isAsciiLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isGreekOrCyrillic(int c) {
        return c >= 0x370 && c <= 0x52F;
    }

    /** Whether a word in small letters is one of the listed words of feeling. */
    public static boolean isFeeling(String word) {
        return FEELINGS.contains(word);
    }

    private static Set<String> read() {
        try (InputStream in = PlainLetters.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException(LIST + " is missing from this jar");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(LIST + " could not be read", e);
        }
    }
}
