package dev.earshot.reading;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.text.LanguageIdentifier;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Target;
import dev.earshot.core.text.TextExplanation;
import dev.earshot.core.text.TextModel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Reads texts, and abstains where a text has no words or no model was trained on its language. Each
 * model reads all its texts in one call; clauses and targets are read in the same pass where the
 * model supports it, else in a second call. Thread-safe.
 */
public final class TextReader {
    /** A language that no model reads is believed from this probability. */
    private static final double DOUBTFUL = 0.5;

    private final List<LanguageModel> models;
    private final Languages languages;
    private final Optional<String> more;

    /**
     * @param models where several know a language, the first reads it; the first also reads short
     *     texts whose language can't be told
     */
    public TextReader(List<LanguageModel> models, LanguageIdentifier identifier) {
        this(models, identifier, Optional.empty());
    }

    /**
     * Likewise.
     *
     * @param more how to support more languages, appended to the reason when a language is not
     *     supported
     */
    public TextReader(
            List<LanguageModel> models, LanguageIdentifier identifier, Optional<String> more) {
        if (models.isEmpty()) {
            throw new IllegalArgumentException("models must hold at least one model");
        }
        this.models = List.copyOf(models);
        this.languages = new Languages(identifier);
        this.more = more;
    }

    /**
     * @param languages tags of the language identifier that the model reads
     */
    public TextReader(TextModel model, LanguageIdentifier identifier, Set<String> languages) {
        this(List.of(new LanguageModel(model, languages)), identifier);
    }

    /** One reading for each text, in order. */
    public List<Reading> read(List<Text> texts) {
        Reading[] readings = new Reading[texts.size()];
        List<Language> identified = languages.of(texts);
        int[] model = new int[texts.size()];
        for (int i = 0; i < texts.size(); i++) {
            Text text = texts.get(i);
            Language language = identified.get(i);
            model[i] = model(text, language);
            if (model[i] < 0) {
                readings[i] = new Reading.Abstained(language.tag(), refusal(text.text(), language));
            }
        }
        for (int s = 0; s < models.size(); s++) {
            int own = s;
            int[] open = IntStream.range(0, texts.size()).filter(i -> model[i] == own).toArray();
            if (open.length > 0) {
                read(models.get(s).model(), texts, identified, open, readings);
            }
        }
        return Arrays.asList(readings);
    }

    /**
     * Reads one text and explains which words drive its sentiment; takes about as long as reading
     * some hundred texts.
     */
    public TextExplanation explain(Text text) {
        Language language = languages.of(List.of(text)).getFirst();
        Reading reading = read(List.of(text)).getFirst();
        int model = model(text, language);
        return new TextExplanation(
                text.text(),
                reading,
                language.confidence(),
                model < 0
                        ? Optional.empty()
                        : Optional.of(
                                new Explainer(models.get(model).model()).explain(text.text())));
    }

    private static void read(
            TextModel model,
            List<Text> texts,
            List<Language> identified,
            int[] open,
            Reading[] readings) {
        List<CloseReading.Passage> requests = new ArrayList<>(open.length);
        for (int i : open) {
            Text text = texts.get(i);
            requests.add(
                    new CloseReading.Passage(
                            text.text(), primary(identified.get(i).tag()), text.targets()));
        }
        List<CloseReading.Result> results = CloseReading.read(model, requests);
        for (int k = 0; k < open.length; k++) {
            CloseReading.Result result = results.get(k);
            readings[open[k]] =
                    new Reading.Read(
                            identified.get(open[k]).tag(),
                            result.whole(),
                            Optional.of(model.version()),
                            result.parts(),
                            result.targets(),
                            result.mixed());
        }
    }

    /** The models in use, in order of precedence. */
    public List<ModelVersion> versions() {
        return models.stream().map(model -> model.model().version()).distinct().toList();
    }

    /** Tags of all languages that a model reads, as the language identifier gives them. */
    public Set<String> languages() {
        Set<String> known = new TreeSet<>();
        models.forEach(model -> known.addAll(model.languages()));
        return known;
    }

    /** Index of the model that reads the text, -1 for none. */
    private int model(Text text, Language language) {
        if (!hasContent(text.text())) {
            return -1;
        }
        for (int s = 0; s < models.size(); s++) {
            if (models.get(s).languages().contains(language.tag())) {
                return s;
            }
        }
        return untold(text, language) && plainLatin(text.text()) ? 0 : -1;
    }

    /**
     * Whether the language can't be told, so that the first model may read the text: it was not
     * identified, or it hardly was and the platform doesn't state it.
     */
    private static boolean untold(Text text, Language language) {
        return language.tag().equals(Language.UNDETERMINED.tag())
                || (text.declaredLanguage().isEmpty() && language.confidence() < DOUBTFUL);
    }

    private String refusal(String text, Language language) {
        if (!hasContent(text)) {
            return "the text holds no words";
        }
        if (language.tag().equals(Language.UNDETERMINED.tag())) {
            return "the language could not be told";
        }
        return "no model reads language '"
                + language.tag()
                + "' well enough for a verdict, only "
                + String.join(", ", languages())
                + more.map(way -> "; " + way).orElse("");
    }

    /**
     * Whether there is anything but addresses, handles and punctuation; faces and ratings count.
     */
    private static boolean hasContent(String text) {
        return Arrays.stream(text.split("\\s+"))
                .filter(word -> !word.startsWith("@") && !word.startsWith("http"))
                .anyMatch(
                        word ->
                                TellingSigns.matches(word)
                                        || word.codePoints().anyMatch(TextReader::says));
    }

    private static boolean says(int c) {
        return Character.isLetter(c) || (Character.isEmoji(c) && c > 0xFF);
    }

    /**
     * Whether its letters are plain Latin: a text too short for its language to be told is then
     * read.
     */
    private static boolean plainLatin(String text) {
        return text.codePoints().filter(Character::isLetter).allMatch(c -> c < 0x250);
    }

    private static String primary(String tag) {
        int hyphen = tag.indexOf('-');
        return hyphen < 0 ? tag : tag.substring(0, hyphen);
    }

    /**
     * A model with the languages that it reads.
     *
     * @param languages tags of the language identifier, such as {@code en} or {@code hi-Latn}
     */
    public record LanguageModel(TextModel model, Set<String> languages) {
        public LanguageModel {
            languages = Set.copyOf(languages);
        }
    }

    /**
     * A text to read.
     *
     * @param declaredLanguage BCP-47 tag that the platform states
     * @param targets things in it towards which the sentiment is wanted
     * @param author any key of its author: what the author's other texts in the same call are
     *     written in is evidence for a short one
     */
    public record Text(
            String text,
            Optional<String> declaredLanguage,
            List<Target> targets,
            Optional<String> author) {
        public Text {
            targets = List.copyOf(targets);
        }

        /** A text of an unknown author. */
        public Text(String text, Optional<String> declaredLanguage, List<Target> targets) {
            this(text, declaredLanguage, targets, Optional.empty());
        }

        /** A text to read only as a whole. */
        public Text(String text, Optional<String> declaredLanguage) {
            this(text, declaredLanguage, List.of());
        }
    }
}
