package dev.earshot.reading.brand;

import dev.earshot.core.text.EditDistance;
import dev.earshot.reading.brand.Lexicon.Role;
import dev.earshot.reading.brand.Lexicon.Term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds names in text recognised in a picture. Each run of whole words, without spaces, is compared
 * with names within a number of edits. Only names that share an intact piece with it are compared:
 * of {@code k + 1} pieces of a name, {@code k} edits leave at least one intact. Immutable and
 * thread-safe.
 */
final class PictureTerms {
    /** Shorter names must match exactly. */
    private static final int TOLERANT_FROM = 6;

    private static final int TWICE_TOLERANT_FROM = 10;
    private static final int MIN_LENGTH = 4;
    private static final int MAX_WORDS = 8;

    private record Name(int brand, String key, int edits) {}

    private record Piece(int nameLength, int number, String letters) {}

    private final Map<String, List<Integer>> exact = new HashMap<>();
    private final Map<Piece, List<Name>> pieces = new HashMap<>();
    private final Set<Integer> lengths = new TreeSet<>();
    private int longest;

    PictureTerms(List<Term> compactTerms) {
        for (Term term : compactTerms) {
            String key = key(term.folded());
            if (term.role().standsAlone() && key.length() >= MIN_LENGTH) {
                exact.computeIfAbsent(key, k -> new ArrayList<>(1)).add(term.brand());
                longest = Math.max(longest, key.length());
                int edits = term.role() == Role.ORDINARY ? 0 : edits(key.length());
                if (edits > 0) {
                    lengths.add(key.length());
                    var name = new Name(term.brand(), key, edits);
                    for (int i = 0; i <= edits; i++) {
                        int from = pieceStart(key.length(), edits, i);
                        int to = pieceStart(key.length(), edits, i + 1);
                        var piece = new Piece(key.length(), i, key.substring(from, to));
                        pieces.computeIfAbsent(piece, p -> new ArrayList<>(1)).add(name);
                    }
                }
            }
        }
    }

    /** Numbers of the brands that the text names. */
    Set<Integer> find(String text) {
        Set<Integer> found = new TreeSet<>();
        List<String> words = words(text);
        for (int first = 0; first < words.size(); first++) {
            var run = new StringBuilder();
            for (int last = first; last < Math.min(words.size(), first + MAX_WORDS); last++) {
                run.append(words.get(last));
                if (run.length() > longest + 2) {
                    break;
                }
                String plain = run.toString();
                String key = key(plain);
                found.addAll(exact.getOrDefault(key, List.of()));
                if (last > first || !WordList.COMMON.contains(plain)) {
                    findTolerantly(key, found);
                }
            }
        }
        return found;
    }

    private void findTolerantly(String key, Set<Integer> found) {
        for (int length = key.length() - 2; length <= key.length() + 2; length++) {
            int edits = edits(length);
            if (!lengths.contains(length) || Math.abs(length - key.length()) > edits) {
                continue;
            }
            for (int i = 0; i <= edits; i++) {
                int from = pieceStart(length, edits, i);
                int size = pieceStart(length, edits, i + 1) - from;
                for (int at = from - edits; at <= from + edits; at++) {
                    if (at >= 0 && at + size <= key.length()) {
                        var piece = new Piece(length, i, key.substring(at, at + size));
                        for (Name name : pieces.getOrDefault(piece, List.of())) {
                            if (!found.contains(name.brand)
                                    && EditDistance.of(name.key, key, name.edits) <= name.edits) {
                                found.add(name.brand);
                            }
                        }
                    }
                }
            }
        }
    }

    private static int edits(int length) {
        return length >= TWICE_TOLERANT_FROM ? 2 : length >= TOLERANT_FROM ? 1 : 0;
    }

    private static int pieceStart(int length, int edits, int piece) {
        return length * piece / (edits + 1);
    }

    private static List<String> words(String text) {
        char[] folded = FoldedText.of(text).chars();
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        for (int i = 0; i <= folded.length; i++) {
            if (i < folded.length && Character.isLetterOrDigit(folded[i])) {
                word.append(folded[i]);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    /** Maps characters that text recognition confuses to one of them. */
    private static String key(String compact) {
        return compact.replace('0', 'o')
                .replace('1', 'l')
                .replace('i', 'l')
                .replace('5', 's')
                .replace('8', 'b');
    }
}
