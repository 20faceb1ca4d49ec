package dev.earshot.evaluation.text;

import dev.earshot.core.statistics.Interval;
import dev.earshot.core.text.LanguageIdentifier;
import dev.earshot.core.text.TextModel;
import dev.earshot.evaluation.behaviour.BehaviourReport;
import dev.earshot.evaluation.behaviour.BehaviourSuite;
import dev.earshot.evaluation.bias.BiasGate;
import dev.earshot.evaluation.bias.BiasReport;
import dev.earshot.evaluation.bias.LanguageReader;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.evaluation.report.FigureTable;
import dev.earshot.evaluation.text.LabelledPosts.Post;
import dev.earshot.reading.TextReader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Measures the text reader that production uses: on labelled posts, on the project's own sets, on
 * the behaviour suite and with the bias gate. Used once, by one thread.
 */
public final class TextEvaluation {
    /** Cases per behaviour row. */
    private static final int CASES = 300;

    private static final int REAL_POSTS = 500;
    private static final int MEMBERS_PER_GROUP = 4;
    private static final int EXPLAINED_POSTS = 200;

    /**
     * Seed of the generated sentences, so that every run has the same ones; the build's gate uses
     * it too.
     */
    public static final long SEED = 20_261_122;

    private final TextReader reader;
    private final TextModel model;
    private final LanguageIdentifier identifier;
    private final DevelopmentData data;
    private final Path targets;
    private final Consumer<String> progress;
    private final List<HeadScore> heads = new ArrayList<>();
    private final List<Figure> checks = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final Map<String, Set<String>> notRead = new LinkedHashMap<>();
    private final HeadMeasure measure;

    /**
     * @param model the reader's English model, whose verdicts are explained
     * @param data the folder of the development files; the report lists those that are missing
     * @param targets labels of targets in published posts; need not exist
     * @param progress receives a line before each step
     * @throws IOException if the word list in the data folder cannot be read
     */
    public TextEvaluation(
            TextReader reader,
            TextModel model,
            LanguageIdentifier identifier,
            Path data,
            Path targets,
            Consumer<String> progress)
            throws IOException {
        this.reader = reader;
        this.model = model;
        this.measure = new HeadMeasure(reader, Baselines.from(data));
        this.identifier = identifier;
        this.data = new DevelopmentData(data, skipped::add);
        this.targets = targets;
        this.progress = progress;
    }

    /** The parts of the evaluation. */
    public enum Part {
        HEADS,
        LANGUAGES,
        OWN,
        SHARES,
        SOURCES,
        EXPLANATIONS,
        BEHAVIOUR,
        BIAS
    }

    /**
     * A data set of the caller's own.
     *
     * @param head key of a {@link Head}, or {@code emotions} or {@code language}
     */
    public record GivenSet(String head, Path file) {}

    /**
     * Measures the given parts.
     *
     * @param given further data sets, which are always measured
     * @throws IOException if a given set, or a development file that exists, cannot be read
     */
    public TextReport run(EnumSet<Part> parts, List<GivenSet> given) throws IOException {
        for (GivenSet set : given) {
            given(set);
        }
        if (parts.contains(Part.HEADS)) {
            developmentFiles();
        }
        if (parts.contains(Part.LANGUAGES)) {
            languages();
        }
        if (parts.contains(Part.OWN)) {
            ownSets();
        }
        if (parts.contains(Part.SHARES) && data.exists(DevelopmentData.TWEETS)) {
            progress.accept("shares of sentiments in other label mixes");
            checks.addAll(ShareMeasure.of(data.posts(DevelopmentData.TWEETS), reader, SEED));
        }
        if (parts.contains(Part.SOURCES)) {
            sources(SourceMeasure.MAX_POSTS);
        }
        if (parts.contains(Part.EXPLANATIONS) && data.exists(DevelopmentData.TWEETS)) {
            progress.accept("explanations of " + EXPLAINED_POSTS + " posts");
            checks.addAll(
                    ExplanationMeasure.of(
                            data.posts(DevelopmentData.TWEETS).texts().subList(0, EXPLAINED_POSTS),
                            model));
        }
        List<BehaviourReport.Row> behaviour =
                parts.contains(Part.BEHAVIOUR) ? behaviour() : List.of();
        BiasReport bias = new BiasReport(List.of(), List.of());
        if (parts.contains(Part.BIAS)) {
            progress.accept("bias gate");
            bias = new BiasGate(MEMBERS_PER_GROUP, SEED).measure(LanguageReader.of(reader));
        }
        notRead.forEach(
                (what, languages) ->
                        skipped.add(
                                what
                                        + ": no model reads "
                                        + String.join(", ", languages)
                                        + "; the product abstains"));
        List<String> models =
                reader.versions().stream()
                        .map(
                                version ->
                                        version.name()
                                                + " "
                                                + version.revision()
                                                + ", "
                                                + version.sha256())
                        .toList();
        return new TextReport(models, heads, checks, behaviour, bias, skipped);
    }

    private void given(GivenSet set) throws IOException {
        LabelledPosts posts = LabelledPosts.read(set.file());
        switch (set.head()) {
            case "emotions" -> feelings(posts);
            case "language" -> {
                progress.accept("language identification on " + posts.name());
                checks.add(OwnChecks.language(posts.name(), posts.posts(), identifier));
            }
            default -> {
                Head head = Head.valueOf(set.head().toUpperCase(Locale.ROOT));
                posts.byLanguage().values().forEach(part -> score(head, part, head.metric()));
            }
        }
    }

    /**
     * Sentiment on each source left out, and targets in real posts.
     *
     * @param maxPosts most posts of a source
     */
    private void sources(int maxPosts) throws IOException {
        var sourceMeasure = new SourceMeasure(reader, SEED);
        List<SourceMeasure.Source> sources = new ArrayList<>();
        for (String name : DevelopmentData.LEFT_OUT) {
            if (data.exists(name)) {
                progress.accept("left out: " + name);
                sources.add(sourceMeasure.read(data.posts(name), maxPosts));
            }
        }
        for (int i = 0; i < sources.size(); i++) {
            checks.addAll(SourceMeasure.verdicts(sources.get(i)));
            // The first source is the one that the released confusion was measured on
            if (i > 0) {
                checks.addAll(
                        sourceMeasure.shares(
                                sources.get(i), SourceMeasure.confusion(sources.getFirst())));
            }
        }
        if (sources.size() > 1) {
            checks.addAll(SourceMeasure.verdicts(SourceMeasure.pooled(sources)));
        }
        if (Files.exists(targets)) {
            progress.accept("targets of real posts");
            checks.addAll(RealTargets.of(targets, data.folder(), reader));
        } else {
            skipped.add("targets of real posts: there is no " + targets.getFileName());
        }
    }

    /**
     * How often and where people disagree with what they were shown.
     *
     * @param file items of {@code GET /v1/feedback}, one JSON object a line
     * @throws IOException if the file cannot be read or holds something else
     */
    public static List<String> feedback(Path file) throws IOException {
        return FigureTable.lines(FeedbackMeasure.of(file));
    }

    private void developmentFiles() throws IOException {
        for (DevelopmentData.Measured file : DevelopmentData.HEADS) {
            if (data.exists(file.name())) {
                score(file.head(), data.posts(file.name()), file.head().metric());
            }
        }
        for (String name : DevelopmentData.FEELINGS) {
            if (data.exists(name)) {
                feelings(data.posts(name).where(name, post -> post.language().startsWith("en")));
            }
        }
    }

    private void languages() throws IOException {
        for (String name : DevelopmentData.MULTILINGUAL) {
            if (data.exists(name)) {
                data.posts(name)
                        .byLanguage()
                        .values()
                        .forEach(part -> score(Head.SENTIMENT, part, Head.Metric.MACRO_F1));
            }
        }
        meanOfUmsab().ifPresent(checks::add);
        List<Post> identified = data.identified();
        if (!identified.isEmpty()) {
            progress.accept("language identification on " + identified.size() + " posts");
            checks.add(
                    OwnChecks.language("UMSAB, AfriSenti, BRIGHTER dev", identified, identifier));
        }
    }

    /** The benchmark's own figure, over the languages that are read; at least two are needed. */
    private Optional<Figure> meanOfUmsab() {
        List<HeadScore> parts =
                heads.stream().filter(score -> score.data().contains("umsab")).toList();
        if (parts.size() < 2) {
            return Optional.empty();
        }
        double mean = parts.stream().mapToDouble(HeadScore::value).average().orElse(0);
        // The samples are independent, so the half-widths add up in quadrature
        double half =
                Math.sqrt(
                                parts.stream()
                                        .mapToDouble(
                                                part ->
                                                        part.interval().high()
                                                                - part.interval().low())
                                        .map(width -> width * width / 4)
                                        .sum())
                        / parts.size();
        int posts = parts.stream().mapToInt(HeadScore::posts).sum();
        return Optional.of(
                Figure.of(
                                "sentiment, mean of " + parts.size() + " of 8 languages: macro F1",
                                posts,
                                "posts",
                                mean)
                        .on("UMSAB dev")
                        .in("%")
                        .within(new Interval(mean - half, mean + half))
                        .beside("XLM-T, all 8, on the test split: 69.4"));
    }

    private void ownSets() throws IOException {
        progress.accept("own sets: intent, targeted, mixed");
        score(Head.INTENT, OwnSets.intents(), Head.Metric.MACRO_F1);
        checks.addAll(OwnChecks.targeted(reader));
        checks.addAll(OwnChecks.mixed(reader));
        if (model.readsPartsInOnePass()) {
            checks.addAll(OwnChecks.parts(model));
        } else {
            skipped.add(
                    "clauses in one pass: " + model.version().name() + " reads only whole texts");
        }
        if (data.exists(DevelopmentData.TWEETS)) {
            checks.addAll(OwnChecks.mixedTweets(data.posts(DevelopmentData.TWEETS), reader));
        }
    }

    private List<BehaviourReport.Row> behaviour() throws IOException {
        progress.accept("behaviour suite, " + CASES + " cases per row");
        List<BehaviourReport.Row> rows =
                new ArrayList<>(
                        BehaviourReport.of(BehaviourSuite.make(CASES, SEED), reader).rows());
        for (String language : BehaviourSuite.otherLanguages()) {
            if (reads(language)) {
                rows.addAll(
                        BehaviourReport.of(
                                        BehaviourSuite.in(language, CASES, SEED), reader, language)
                                .rows());
            }
        }
        String tweets = DevelopmentData.TWEETS;
        if (data.exists(tweets)) {
            List<String> some = data.posts(tweets).texts().stream().limit(REAL_POSTS).toList();
            rows.addAll(BehaviourReport.onPosts(some, SEED, reader).rows());
        }
        return rows;
    }

    private boolean reads(String language) {
        return reader.languages().contains(language);
    }

    private void score(Head head, LabelledPosts posts, Head.Metric metric) {
        progress.accept(
                head.key()
                        + " on "
                        + posts.posts().size()
                        + " posts of "
                        + posts.name()
                        + ", "
                        + posts.posts().getFirst().language());
        add(
                head.key() + ", " + posts.name(),
                measure.of(head, posts, Anchors.of(head, posts.name()), metric));
    }

    private void feelings(LabelledPosts posts) {
        progress.accept("emotions on " + posts.posts().size() + " posts of " + posts.name());
        add(
                "emotions, " + posts.name(),
                FeelingMeasure.of(
                        posts,
                        reader,
                        posts.name().contains("goemotions") ? Anchors.goEmotions() : Map.of()));
    }

    private void add(String what, HeadMeasure.Outcome outcome) {
        switch (outcome) {
            case HeadMeasure.Outcome.Measured(HeadScore score) -> heads.add(score);
            case HeadMeasure.Outcome.NotRead(String language) ->
                    notRead.computeIfAbsent(what, key -> new TreeSet<>()).add(language);
            case HeadMeasure.Outcome.Skipped(String reason) -> skipped.add(what + ": " + reason);
        }
    }
}
