package dev.earshot.wire.file;

import org.mozilla.universalchardet.UniversalDetector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * The encoding of a text. Bytes that are malformed in it become {@link #MALFORMED}, never U+FFFD,
 * so that the record around them can be refused.
 *
 * @param mark length of the byte order mark in bytes
 * @param certain whether the bytes prove it; otherwise it is the likeliest
 */
public record TextEncoding(Charset charset, int mark, boolean certain) {
    /** A noncharacter, which no text may hold, in place of bytes that mean nothing. */
    public static final String MALFORMED = "\uFDD2";

    private static final int CONTEXT = 48;
    private static final int SAMPLE = 1 << 16;
    private static final int MIN_UTF8_SHARE = 20;

    /** Encodings of many bytes a character, for which the detector's word is taken. */
    private static final Set<String> WIDE =
            Set.of(
                    "SHIFT_JIS",
                    "EUC-JP",
                    "GB18030",
                    "GB2312",
                    "BIG5",
                    "EUC-KR",
                    "EUC-TW",
                    "ISO-2022-JP",
                    "ISO-2022-KR",
                    "ISO-2022-CN");

    /** Encodings of one byte a letter beyond Latin, for which its word is taken too. */
    private static final Set<String> OTHER_SCRIPTS =
            Set.of(
                    "WINDOWS-1251",
                    "KOI8-R",
                    "IBM866",
                    "MACCYRILLIC",
                    "ISO-8859-5",
                    "WINDOWS-1253",
                    "ISO-8859-7",
                    "WINDOWS-1255",
                    "ISO-8859-8",
                    "TIS620");

    /**
     * The encoding of a file.
     *
     * @param head its first bytes
     * @return empty if it is no text
     */
    static Optional<TextEncoding> of(byte[] head) {
        Optional<TextEncoding> marked = marked(head);
        if (marked.isPresent()) {
            return marked;
        }
        Optional<Charset> wide = Utf16Guess.charset(head);
        if (wide.isPresent()) {
            return wide.map(charset -> new TextEncoding(charset, 0, false));
        }
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new TextEncoding(StandardCharsets.UTF_8, 0, true));
    }

    private static Optional<TextEncoding> marked(byte[] head) {
        if (FileSignature.begins(head, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_8, 3, true));
        }
        if (FileSignature.begins(head, 0xFE, 0xFF)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16BE, 2, true));
        }
        return FileSignature.begins(head, 0xFF, 0xFE)
                ? Optional.of(new TextEncoding(StandardCharsets.UTF_16LE, 2, true))
                : Optional.empty();
    }

    /**
     * The encoding of a text without mark and without NUL bytes, judged over all of it; empty if
     * none fits.
     */
    public static Optional<TextEncoding> over(InputStream in) throws IOException {
        var evidence = new Utf8Evidence();
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            evidence.add(buffer, n);
        }
        if (evidence.malformed() == 0
                || evidence.whole() >= (long) MIN_UTF8_SHARE * evidence.malformed()) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_8, 0, true));
        }
        byte[] sample = evidence.sample();
        return guessed(sample).map(charset -> new TextEncoding(charset, 0, false));
    }

    private static Optional<Charset> guessed(byte[] sample) {
        var detector = new UniversalDetector();
        detector.handleData(sample);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        if (name != null && WIDE.contains(name) && fits(sample, name)) {
            return Optional.of(Charset.forName(name));
        }
        Optional<Charset> western = WesternText.charset(sample);
        if (name != null && OTHER_SCRIPTS.contains(name) && fits(sample, name)) {
            boolean cyrillic = western.filter(c -> c.name().equals("windows-1251")).isPresent();
            return cyrillic ? western : Optional.of(Charset.forName(name));
        }
        return western;
    }

    private static boolean fits(byte[] sample, String name) {
        return Charset.isSupported(name)
                && new String(sample, Charset.forName(name)).indexOf('\uFFFD') < 0;
    }

    /** A reader of a stream that is at its very beginning. */
    public Reader reader(InputStream in) throws IOException {
        in.skipNBytes(mark);
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(MALFORMED));
    }

    /** Its name, for people. */
    public String label() {
        String name =
                switch (charset.name()) {
                    case "x-MacRoman" -> "Mac Roman";
                    case "windows-1252" -> "Windows-1252";
                    default -> charset.name();
                };
        return name + (mark > 0 ? " with a byte order mark" : certain ? "" : " (recognised)");
    }

    /** Counts what is UTF-8 and keeps what is not, with what stands around it. For one thread. */
    private static final class Utf8Evidence {
        private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
        private final byte[] recent = new byte[CONTEXT];
        private int recentLength;
        private int following;
        private int expected;
        private long whole;
        private long malformed;

        void add(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                judge(bytes[i] & 0xFF);
                keep(bytes[i]);
            }
        }

        private void judge(int b) {
            if (expected > 0) {
                if ((b & 0xC0) == 0x80) {
                    if (--expected == 0) {
                        whole++;
                    }
                    return;
                }
                expected = 0;
                malformed++;
            }
            if (b >= 0xC2 && b < 0xF5) {
                expected = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
            } else if (b >= 0x80) {
                malformed++;
            }
        }

        /** Keeps bytes above ASCII with the words around them, up to the size of a sample. */
        private void keep(byte b) {
            if (sample.size() >= SAMPLE) {
                return;
            }
            if (b < 0) {
                sample.write(recent, 0, recentLength);
                recentLength = 0;
                sample.write(b);
                following = CONTEXT;
            } else if (following > 0) {
                following--;
                sample.write(b);
            } else {
                if (recentLength == CONTEXT) {
                    System.arraycopy(recent, 1, recent, 0, CONTEXT - 1);
                    recentLength--;
                }
                recent[recentLength++] = b;
            }
        }

        long whole() {
            return whole;
        }

        long malformed() {
            return malformed + (expected > 0 ? 1 : 0);
        }

        byte[] sample() {
            return sample.toByteArray();
        }
    }
}
