package dev.earshot.privacy.name;

import dev.earshot.core.privacy.PiiKind;
import dev.earshot.core.privacy.PiiSpan;
import dev.earshot.privacy.name.NameTokens.Token;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds names of people in texts that write them with spaces between words, by a linear model over
 * words, their neighbours and a list of names; and in Chinese, Japanese and Korean after and before
 * the words that go with names. Immutable.
 */
public final class Names {
    /**
     * A token belongs to a name from this logit. A name missed is worse than a word masked, so it
     * lies below even odds.
     */
    static final float THRESHOLD = -0.5f;

    /** Likewise where nothing but the model speaks for it: even odds. */
    private static final float EVEN = 0;

    /** Likewise from this one where the word beside it is part of a name. */
    private static final float BESIDE = -4;

    /** Small words between a given name and a surname. */
    private static final Set<String> PARTICLES =
            Set.of(
                    "van", "der", "den", "de", "von", "zu", "da", "das", "do", "dos", "di", "del",
                    "della", "la", "le", "el", "al", "bin", "ibn", "ben", "y", "ter", "ten", "af");

    private static final Set<String> SENTENCE_ENDS = Set.of(".", "!", "?", "…", ":");

    private final NameModel model;
    private final NameList list;

    private Names(NameModel model, NameList list) {
        this.model = model;
        this.list = list;
    }

    /** With the weights that are in the jar. */
    public static Names builtIn() {
        return new Names(NameModel.builtIn(), NameList.builtIn());
    }

    static Names with(NameModel model) {
        return new Names(model, NameList.builtIn());
    }

    /** All names. */
    public List<PiiSpan> find(String text) {
        List<PiiSpan> found = new ArrayList<>(EastAsianNames.find(text));
        List<Token> tokens = NameTokens.of(text);
        boolean[] part = parts(tokens);
        int i = 0;
        while (i < part.length) {
            if (!part[i]) {
                i++;
                continue;
            }
            int last = last(tokens, part, i);
            int start = tokens.get(i).start();
            // An initial alone names nobody
            if (i != last || tokens.get(i).lower().length() > 1) {
                found.add(new PiiSpan(start, tokens.get(last).end(), PiiKind.PERSON, "NAME"));
            }
            i = last + 1;
        }
        return Firms.without(found, text, list);
    }

    /** Which tokens are part of a name: what the model says, and what it hesitates at beside it. */
    private boolean[] parts(List<Token> tokens) {
        int[] kinds = kinds(tokens);
        int[][] features = NameFeatures.of(tokens, kinds);
        float[] logits = new float[features.length];
        boolean[] part = new boolean[features.length];
        for (int i = 0; i < part.length; i++) {
            logits[i] = features[i].length > 0 ? model.logit(features[i]) : Float.NEGATIVE_INFINITY;
            boolean told = kinds[i] != 0 || !beginsSentence(tokens, i);
            part[i] = logits[i] >= (told ? THRESHOLD : EVEN);
        }
        for (int i = 1; i < part.length; i++) {
            part[i] |= part[i - 1] && logits[i] >= BESIDE && adjoin(tokens, i - 1, i);
        }
        for (int i = part.length - 2; i >= 0; i--) {
            part[i] |= part[i + 1] && logits[i] >= BESIDE && adjoin(tokens, i, i + 1);
        }
        for (int i = 1; i + 1 < part.length; i++) {
            part[i] |= PARTICLES.contains(tokens.get(i).lower()) && joined(tokens, part, i);
        }
        return part;
    }

    /**
     * Whether a word is capital because a sentence begins with it: its letters say nothing then.
     */
    private static boolean beginsSentence(List<Token> tokens, int token) {
        return token == 0 || SENTENCE_ENDS.contains(tokens.get(token - 1).lower());
    }

    /** Whether the particles around this one lie between two parts of a name. */
    private static boolean joined(List<Token> tokens, boolean[] part, int particle) {
        int after = particle + 1;
        while (after + 1 < part.length && PARTICLES.contains(tokens.get(after).lower())) {
            after++;
        }
        return part[particle - 1] && part[after] && tokens.get(after).shape().startsWith("X");
    }

    /** Whether two words, one of them part of a name, are capital and only a space apart. */
    private static boolean adjoin(List<Token> tokens, int first, int second) {
        Token a = tokens.get(first);
        Token b = tokens.get(second);
        return b.start() - a.end() == 1
                && a.shape().startsWith("X")
                && b.shape().startsWith("X")
                && a.shape().length() > 1
                && b.shape().length() > 1;
    }

    int[] kinds(List<Token> tokens) {
        return tokens.stream()
                .mapToInt(token -> token.isWord() ? list.kind(token.lower()) : 0)
                .toArray();
    }

    /** The last token of the name that begins at {@code first}; an initial's dot lies within. */
    private static int last(List<Token> tokens, boolean[] part, int first) {
        int last = first;
        while (true) {
            int next = last + 1;
            boolean initial =
                    tokens.get(last).lower().length() == 1
                            && next < part.length
                            && tokens.get(next).lower().equals(".")
                            && tokens.get(next).start() == tokens.get(last).end();
            next += initial ? 1 : 0;
            if (next >= part.length || !part[next]) {
                return last;
            }
            last = next;
        }
    }
}
