package dev.earshot.reading.language;

import dev.earshot.core.text.LanguageIdentifier;
import dev.earshot.reading.letters.PlainLetters;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Identifies 122 languages, including Hindi in Latin letters ({@code hi-Latn}). A script used by
 * only one language decides by itself; otherwise the embeddings of hashed word pieces are summed,
 * divided by the square root of their number, and given to a softmax. The platform's tag counts as
 * evidence, not as the answer.
 *
 * <p>Answers {@code und} for a text without letters, for one of fewer than {@value #MIN_LETTERS}
 * letters that the platform does not state a language for, and where the most probable language has
 * a probability below {@value #MIN_CONFIDENCE}. Nigerian Pidgin shares most of its words with
 * English and is much rarer, so it is answered only where it is {@value #PIDGIN_FACTOR} times as
 * probable as English, or holds one of its own words. Letters that are dressed up as other
 * characters are read as what they show. Immutable, thread-safe; about 2 MB.
 */
public final class HashedLanguageIdentifier implements LanguageIdentifier {
    /**
     * 0.1 % of the English development posts lie below it; of the other posts below it, two in
     * three are wrong.
     */
    static final double MIN_CONFIDENCE = 0.3;

    /**
     * Added to the logit of the language that the platform states: makes it e^2 = 7 times as
     * likely.
     */
    static final double DECLARED_BONUS = 2.0;

    /** "ok", "no" and "w" are words of many languages. */
    static final int MIN_LETTERS = 3;

    /**
     * English posts outnumber those in Nigerian Pidgin five to one in training, and by far more
     * where a brand listens: some fifty to one would make this factor nine. On training posts kept
     * back, 88.5 % of 130 in Nigerian Pidgin and 99.4 % of 1,087 English ones are told with it;
     * 96.2 and 99.2 % without.
     */
    static final double PIDGIN_FACTOR = 8;

    /**
     * Words that decide for it where it is the more probable. Of 4,020 training posts in Nigerian
     * Pidgin 85 % hold one, of 96,650 English ones 0.04 %.
     */
    private static final Set<String> PIDGIN_WORDS =
            Set.of(
                    "abeg", "abi", "chop", "comot", "dey", "ehn", "naija", "oga", "omo", "oya",
                    "pesin", "pikin", "sabi", "sef", "shey", "una", "wahala", "wan", "wetin",
                    "wey");

    /**
     * Texts of at most so many words, where the platform states no language: slang and names hardly
     * tell it. On 7,342 training posts kept back, in 100 languages alike and cut to three words, an
     * answer other than English is right in 60 % between 0.3 and 0.4 and in 67 % up to 0.5; where
     * it is less than {@value #SHORT_FACTOR} times as probable as English, in 29 %.
     */
    static final int MAX_SHORT_WORDS = 3;

    static final double SHORT_CONFIDENCE = 0.4;
    static final double SHORT_TOLD = 0.6;
    static final double SHORT_FACTOR = 3;

    private static final String ENGLISH = "en";
    private static final String PIDGIN = "pcm";

    private static final double SCRIPT_CONFIDENCE = 0.99;
    private static final String RESOURCE = "language.bin";
    private static final Map<String, String> CANONICAL_TAGS =
            Map.of("iw", "he", "in", "id", "nb", "no", "nn", "no", "fil", "tl", "ji", "yi");

    private final LanguageWeights weights;
    private final Map<String, Integer> classes = new HashMap<>();

    private HashedLanguageIdentifier(LanguageWeights weights) {
        this.weights = weights;
        for (int i = 0; i < weights.tags().size(); i++) {
            classes.put(weights.tags().get(i), i);
        }
    }

    /** Loads the weights that come with this library. */
    public static HashedLanguageIdentifier load() {
        try (InputStream in = HashedLanguageIdentifier.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException(RESOURCE + " is missing from this jar");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the language weights could not be read", e);
        }
    }

    /** Loads other weights of the same format; the stream is left open. */
    public static HashedLanguageIdentifier read(InputStream in) throws IOException {
        return new HashedLanguageIdentifier(LanguageWeights.read(in));
    }

    /** Tags that can be answered, apart from {@code und}. */
    public List<String> tags() {
        return weights.tags();
    }

    @Override
    public Language identify(String text, Optional<String> declared) {
        // As many units as the features' code points may have: a post can be megabytes long
        String seen =
                text.substring(0, Math.min(text.length(), 2 * LanguageFeatures.MAX_CODE_POINTS));
        List<int[]> words = LanguageFeatures.words(PlainLetters.fold(seen));
        if (words.isEmpty()) {
            return Language.UNDETERMINED;
        }
        Optional<String> script = Scripts.language(words);
        if (script.isPresent()) {
            return new Language(script.get(), SCRIPT_CONFIDENCE);
        }
        if (words.stream().mapToInt(word -> word.length).sum() < MIN_LETTERS) {
            return declared.map(HashedLanguageIdentifier::primary)
                    .filter(classes::containsKey)
                    .map(tag -> new Language(tag, MIN_CONFIDENCE))
                    .orElse(Language.UNDETERMINED);
        }
        double[] probabilities = probabilities(words, declared);
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        best = englishUnlessSurelyPidgin(best, words, probabilities);
        boolean isShort = words.size() <= MAX_SHORT_WORDS && declared.isEmpty();
        if (isShort) {
            best = englishUnlessTold(best, probabilities);
        }
        boolean english = weights.tags().get(best).equals(ENGLISH);
        double least = isShort && !english ? SHORT_CONFIDENCE : MIN_CONFIDENCE;
        return probabilities[best] < least
                ? new Language("und", probabilities[best])
                : new Language(weights.tags().get(best), probabilities[best]);
    }

    private int englishUnlessTold(int best, double[] probabilities) {
        int english = classes.getOrDefault(ENGLISH, best);
        boolean doubtful =
                probabilities[best] < SHORT_TOLD
                        && probabilities[best] < SHORT_FACTOR * probabilities[english];
        return doubtful ? english : best;
    }

    private int englishUnlessSurelyPidgin(int best, List<int[]> words, double[] probabilities) {
        int english = classes.getOrDefault(ENGLISH, best);
        boolean unsure =
                weights.tags().get(best).equals(PIDGIN)
                        && probabilities[best] < PIDGIN_FACTOR * probabilities[english]
                        && words.stream()
                                .map(word -> new String(word, 0, word.length))
                                .noneMatch(PIDGIN_WORDS::contains);
        if (!unsure) {
            return best;
        }
        // That it is one of the two is as sure as before
        probabilities[english] += probabilities[best];
        return english;
    }

    double[] probabilities(List<int[]> words, Optional<String> declared) {
        double[] logits = logits(words);
        declared.map(HashedLanguageIdentifier::primary)
                .ifPresent(tag -> addDeclaredBonus(tag, logits));
        double largest = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            largest = Math.max(largest, logit);
        }
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            logits[i] = Math.exp(logits[i] - largest);
            sum += logits[i];
        }
        for (int i = 0; i < logits.length; i++) {
            logits[i] /= sum;
        }
        return logits;
    }

    private void addDeclaredBonus(String tag, double[] logits) {
        for (String name : List.of(tag, tag + "-Latn")) {
            Integer index = classes.get(name);
            if (index != null) {
                logits[index] += DECLARED_BONUS;
            }
        }
    }

    /**
     * Primary subtag: {@code pt-BR} becomes {@code pt}; withdrawn codes and the two Norwegians
     * become the usual code.
     */
    private static String primary(String tag) {
        String language = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return CANONICAL_TAGS.getOrDefault(language, language);
    }

    private double[] logits(List<int[]> words) {
        int width = weights.width();
        int[] sum = new int[width];
        int[] count = {0};
        byte[] table = weights.table();
        for (int[] word : words) {
            LanguageFeatures.hash(
                    word,
                    weights.buckets(),
                    bucket -> {
                        count[0]++;
                        for (int i = 0, at = bucket * width; i < width; i++, at++) {
                            sum[i] += table[at];
                        }
                    });
        }
        double factor = weights.scale() / Math.sqrt(count[0]);
        double[] logits = new double[weights.tags().size()];
        for (int k = 0; k < logits.length; k++) {
            double total = 0;
            for (int i = 0; i < width; i++) {
                total += weights.output()[k * width + i] * sum[i];
            }
            logits[k] = total * factor + weights.bias()[k];
        }
        return logits;
    }
}
