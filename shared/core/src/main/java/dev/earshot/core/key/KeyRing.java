package dev.earshot.core.key;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys that a stack's secret holds: one that pseudonyms are made with, which stays, and those
 * of all other purposes (cursors, the directory of creators, signatures, segments), which are
 * changed in three steps. First the next key is announced: everybody accepts it, nobody uses it.
 * When all have read that, it becomes the current one, which is used from then on, and the one
 * before is still accepted. When nothing of its is left, it is retired. So no two that run at the
 * same time, one step apart, ever meet a thing that either can't open. Immutable and thread-safe.
 *
 * <p>As a text it is a line {@code earshot keys 1} and then a line for each key: {@code
 * pseudonyms}, {@code current}, {@code next} or {@code former}, a space and the key. A secret that
 * does not begin so is one key for everything, as a new stack has it.
 */
public final class KeyRing {
    private static final String HEAD = "earshot keys 1";
    private static final String PSEUDONYMS = "pseudonyms";
    private static final String CURRENT = "current";
    private static final String NEXT = "next";
    private static final String FORMER = "former";
    private static final int KEY_BYTES = 32;
    private static final int LEAST_BYTES = 16;

    private final String pseudonyms;
    private final String current;
    private final Optional<String> next;
    private final List<String> former;

    private KeyRing(String pseudonyms, String current, Optional<String> next, List<String> former) {
        Stream.concat(Stream.of(pseudonyms, current), Stream.concat(next.stream(), former.stream()))
                .forEach(KeyRing::check);
        this.pseudonyms = pseudonyms;
        this.current = current;
        this.next = next;
        this.former = List.copyOf(former);
    }

    private static void check(String key) {
        int bytes = key.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "a key must be at least " + LEAST_BYTES + " bytes, got " + bytes);
        }
    }

    /**
     * The ring that a secret holds.
     *
     * @throws IllegalArgumentException if it is none; the message holds no key
     */
    public static KeyRing of(byte[] secret) {
        String text = new String(secret, StandardCharsets.UTF_8);
        if (!text.startsWith(HEAD)) {
            return new KeyRing(text, text, Optional.empty(), List.of());
        }
        List<String> lines = text.lines().skip(1).filter(line -> !line.isBlank()).toList();
        lines.forEach(KeyRing::checkLine);
        List<String> next = keys(lines, NEXT);
        if (next.size() > 1) {
            throw new IllegalArgumentException("one next key at most, got " + next.size());
        }
        return new KeyRing(
                only(lines, PSEUDONYMS),
                only(lines, CURRENT),
                next.stream().findFirst(),
                keys(lines, FORMER));
    }

    private static void checkLine(String line) {
        String kind = line.split(" ", 2)[0];
        if (!List.of(PSEUDONYMS, CURRENT, NEXT, FORMER).contains(kind) || !line.contains(" ")) {
            throw new IllegalArgumentException(
                    "a line of a ring must begin with pseudonyms, current, next or former and a"
                            + " space, got one that does not, of "
                            + line.length()
                            + " characters");
        }
    }

    private static String only(List<String> lines, String kind) {
        List<String> found = keys(lines, kind);
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    "a ring must hold one line '" + kind + "', got " + found.size());
        }
        return found.getFirst();
    }

    private static List<String> keys(List<String> lines, String kind) {
        return lines.stream()
                .filter(line -> line.startsWith(kind + " "))
                .map(line -> line.substring(kind.length() + 1))
                .toList();
    }

    /** The key of pseudonyms. */
    public byte[] pseudonyms() {
        return bytes(pseudonyms);
    }

    /** The keys of all other purposes: the one in use first, then those that are accepted. */
    public List<byte[]> accepted() {
        return Stream.concat(Stream.of(current), Stream.concat(next.stream(), former.stream()))
                .map(KeyRing::bytes)
                .toList();
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The first step: with a next key.
     *
     * @throws IllegalStateException if there is one already
     */
    public KeyRing announced(SecureRandom random) {
        if (next.isPresent()) {
            throw new IllegalStateException(
                    "a next key is announced already; 'use' it, or take its line out");
        }
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new KeyRing(pseudonyms, current, Optional.of(HexFormat.of().formatHex(key)), former);
    }

    /**
     * The second step: the next key is the current one.
     *
     * @throws IllegalStateException if none is announced
     */
    public KeyRing used() {
        String newest =
                next.orElseThrow(
                        () -> new IllegalStateException("no next key is there; 'announce' one"));
        List<String> accepted = new ArrayList<>(List.of(current));
        accepted.addAll(former);
        return new KeyRing(pseudonyms, newest, Optional.empty(), accepted);
    }

    /**
     * The third step: former keys are accepted no more.
     *
     * @throws IllegalStateException if there is none
     */
    public KeyRing retired() {
        if (former.isEmpty()) {
            throw new IllegalStateException("no former key is there; nothing is left to retire");
        }
        return new KeyRing(pseudonyms, current, next, List.of());
    }

    /** As a secret holds it. */
    public String text() {
        var text = new StringBuilder(HEAD).append('\n');
        line(text, PSEUDONYMS, pseudonyms);
        line(text, CURRENT, current);
        next.ifPresent(key -> line(text, NEXT, key));
        former.forEach(key -> line(text, FORMER, key));
        return text.toString();
    }

    private static void line(StringBuilder text, String kind, String key) {
        text.append(kind).append(' ').append(key).append('\n');
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "KeyRing[next " + next.isPresent() + ", former " + former.size() + "]";
    }
}
