package dev.earshot.reading.clause;

import java.util.ArrayList;
import java.util.List;

/** Finds the places where one text may be parted. Used once, by one thread. */
final class Boundaries {
    /** A clause behind "and" shows its verb this early. */
    private static final int VERB_WITHIN = 5;

    private final String text;
    private final List<Word> words;
    private final String language;
    private final List<Contrasts.Turn> turns;
    private final List<Boundary> found = new ArrayList<>();

    /** Whether the sentence began with a phrase such as "although", or "if". */
    private boolean opened;

    private boolean conditional;

    private Boundaries(String text, List<Word> words, String language) {
        this.text = text;
        this.words = words;
        this.language = language;
        this.turns = Contrasts.turns(language);
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
                found.add(new Boundary(i, turn(i), Boundary.Kind.SENTENCE));
                sentence = i;
                begin(i);
                continue;
            }
            int skipped = turn(i);
            if (skipped > 0) {
                found.add(new Boundary(i, skipped, Boundary.Kind.TURN));
                i += skipped - 1;
            } else if (isDash(i) || text.charAt(words.get(i - 1).end() - 1) == ';') {
                found.add(new Boundary(i, isDash(i) ? 1 : 0, Boundary.Kind.TURN));
            } else if (words.get(i - 1).comma()) {
                comma(i);
            } else if (joins(i)) {
                boolean clause = clauseFollows(i + 1) && hasVerb(sentence, i);
                found.add(new Boundary(i, 1, clause ? Boundary.Kind.CLAUSE : Boundary.Kind.ITEM));
            }
        }
    }

    private void begin(int sentence) {
        opened = false;
        conditional = false;
        if (sentence < words.size()) {
            opened = turns.stream().anyMatch(turn -> turn.opens() && isAt(sentence, turn));
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
                opened
                        ? Boundary.Kind.TURN
                        : conditional ? Boundary.Kind.ITEM : Boundary.Kind.CLAUSE;
        opened = false;
        conditional = false;
        found.add(new Boundary(next, join, kind));
    }

    /** How many words a turning phrase at this place takes, 0 where there is none. */
    private int turn(int at) {
        for (Contrasts.Turn turn : turns) {
            if (isAt(at, turn) && turns(at, turn)) {
                return turn.words().size();
            }
        }
        return 0;
    }

    /** Some words turn only in some places: "nothing but", "but also", "not yet". */
    private boolean turns(int at, Contrasts.Turn turn) {
        String before = at > 0 ? words.get(at - 1).plain() : "";
        String after =
                at + turn.words().size() < words.size()
                        ? words.get(at + turn.words().size()).plain()
                        : "";
        return switch (turn.words().getFirst()) {
            case "but" -> !Contrasts.NOTHING.contains(before) && !after.equals("also");
            case "yet" -> at > 0 && (words.get(at - 1).comma() || Contrasts.beginsClause(after));
            case "otherwise", "sadly", "unfortunately", "leider", "purtroppo", "infelizmente" ->
                    at > 0 && words.get(at - 1).comma();
            default -> true;
        };
    }

    private boolean isAt(int at, Contrasts.Turn turn) {
        List<String> phrase = turn.words();
        if (at + phrase.size() > words.size()) {
            return false;
        }
        for (int k = 0; k < phrase.size(); k++) {
            if (!words.get(at + k).plain().equals(phrase.get(k))) {
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
