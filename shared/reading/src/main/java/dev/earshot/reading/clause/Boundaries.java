package dev.earshot.reading.clause;

import java.util.ArrayList;
import java.util.List;

/** Finds the boundaries at which one text may be split. Used once, by one thread. */
final class Boundaries {
    /** A clause after "and" has its verb within this many words. */
    private static final int VERB_WITHIN = 5;

    private final String text;
    private final List<Word> words;
    private final String language;
    private final List<Contrasts.ContrastPhrase> phrases;
    private final List<Boundary> found = new ArrayList<>();

    /** Whether the sentence began with a phrase such as "although", or "if". */
    private boolean opensWithContrast;

    private boolean conditional;

    private Boundaries(String text, List<Word> words, String language) {
        this.text = text;
        this.words = words;
        this.language = language;
        this.phrases = Contrasts.phrases(language);
    }

    /** All boundaries, ascending, at most one before each word and none before the first. */
    static List<Boundary> of(String text, List<Word> words, String language) {
        var finder = new Boundaries(text, words, language);
        finder.find();
        return List.copyOf(finder.found);
    }

    private void find() {
        int sentence = 0;
        begin(0);
        for (int i = 1; i < words.size(); i++) {
            if (endsSentence(i)) {
                found.add(new Boundary(i, phraseLength(i), Boundary.Kind.SENTENCE));
                sentence = i;
                begin(i);
                continue;
            }
            int skipped = phraseLength(i);
            if (skipped > 0) {
                found.add(new Boundary(i, skipped, Boundary.Kind.CONTRAST));
                i += skipped - 1;
            } else if (isDash(i) || text.charAt(words.get(i - 1).end() - 1) == ';') {
                found.add(new Boundary(i, isDash(i) ? 1 : 0, Boundary.Kind.CONTRAST));
            } else if (words.get(i - 1).comma()) {
                comma(i);
            } else if (joins(i)) {
                boolean clause = clauseFollows(i + 1) && hasVerb(sentence, i);
                found.add(new Boundary(i, 1, clause ? Boundary.Kind.CLAUSE : Boundary.Kind.ITEM));
            }
        }
    }

    private void begin(int sentence) {
        opensWithContrast = false;
        conditional = false;
        if (sentence < words.size()) {
            opensWithContrast =
                    phrases.stream().anyMatch(phrase -> phrase.opens() && isAt(sentence, phrase));
            conditional = Contrasts.opensCondition(words.get(sentence).plain());
        }
    }

    private boolean endsSentence(int next) {
        Word last = words.get(next - 1);
        String between = text.substring(last.end(), words.get(next).start());
        boolean emojiBetween = last.emoji() && words.get(next).counts() && !words.get(next).emoji();
        return between.indexOf('\n') >= 0 || last.stop() || emojiBetween;
    }

    private void comma(int next) {
        int join = joins(next) ? 1 : 0;
        Boundary.Kind kind =
                opensWithContrast
                        ? Boundary.Kind.CONTRAST
                        : conditional ? Boundary.Kind.ITEM : Boundary.Kind.CLAUSE;
        opensWithContrast = false;
        conditional = false;
        found.add(new Boundary(next, join, kind));
    }

    /** Number of words of the contrast phrase at this word, 0 for none. */
    private int phraseLength(int at) {
        for (Contrasts.ContrastPhrase phrase : phrases) {
            if (isAt(at, phrase) && marksContrast(at, phrase)) {
                return phrase.words().size();
            }
        }
        return 0;
    }

    /**
     * Some phrases mark a contrast only in some contexts: not "nothing but", "but also", "not yet".
     */
    private boolean marksContrast(int at, Contrasts.ContrastPhrase phrase) {
        String before = at > 0 ? words.get(at - 1).plain() : "";
        String after =
                at + phrase.words().size() < words.size()
                        ? words.get(at + phrase.words().size()).plain()
                        : "";
        return switch (phrase.words().getFirst()) {
            case "but" -> !Contrasts.NOTHING.contains(before) && !after.equals("also");
            case "yet" -> at > 0 && (words.get(at - 1).comma() || Contrasts.beginsClause(after));
            case "otherwise", "sadly", "unfortunately", "leider", "purtroppo", "infelizmente" ->
                    at > 0 && words.get(at - 1).comma();
            default -> true;
        };
    }

    private boolean isAt(int at, Contrasts.ContrastPhrase phrase) {
        List<String> expected = phrase.words();
        if (at + expected.size() > words.size()) {
            return false;
        }
        for (int k = 0; k < expected.size(); k++) {
            if (!words.get(at + k).plain().equals(expected.get(k))) {
                return false;
            }
        }
        return true;
    }

    private boolean isDash(int at) {
        String word = text.substring(words.get(at).start(), words.get(at).end());
        return word.equals("-") || word.equals("–") || word.equals("—") || word.equals("--");
    }

    private boolean joins(int at) {
        Word word = words.get(at);
        String written = text.substring(word.start(), word.end());
        return Contrasts.joins(word.plain().isEmpty() ? written : word.plain(), language);
    }

    private boolean clauseFollows(int from) {
        return hasVerb(from, Math.min(words.size(), from + VERB_WITHIN));
    }

    private boolean hasVerb(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Contrasts.verb(words.get(i).plain())) {
                return true;
            }
        }
        return false;
    }
}
