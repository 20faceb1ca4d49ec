package dev.earshot.evaluation.text;

import dev.earshot.core.text.AnalysisWithSpans;
import dev.earshot.core.text.LanguageIdentifier;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Rereading;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.TargetSentiment;
import dev.earshot.core.text.TextModel;
import dev.earshot.core.text.TextWithSpans;
import dev.earshot.evaluation.measure.Bootstrap;
import dev.earshot.evaluation.measure.Verdicts;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.evaluation.text.LabelledPosts.Post;
import dev.earshot.evaluation.text.OwnSets.MaybeMixed;
import dev.earshot.evaluation.text.OwnSets.Targeted;
import dev.earshot.reading.TextReader;
import dev.earshot.reading.clause.TextParts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Targeted sentiment, mixed feelings and language identification. Stateless. */
final class OwnChecks {
    /** A clause whose label is this probable when read alone must get the same label in place. */
    private static final double CONFIDENT = 0.8;

    private static final Optional<String> ENGLISH = Optional.of("en");

    /** Arabic dialects that data sets tag separately and the identifier reports as Arabic. */
    private static final Map<String, String> DIALECTS = Map.of("arq", "ar", "ary", "ar");

    private OwnChecks() {}

    /** Accuracy of the label of each target. */
    static List<Figure> targeted(TextReader reader) {
        List<Targeted> posts = OwnSets.targeted();
        List<Reading> readings =
                reader.read(
                        posts.stream()
                                .map(
                                        post ->
                                                new TextReader.Text(
                                                        post.text(), ENGLISH, post.targets()))
                                .toList());
        List<Integer> truth = new ArrayList<>();
        List<Integer> answered = new ArrayList<>();
        List<Boolean> opposite = new ArrayList<>();
        for (int i = 0; i < posts.size(); i++) {
            Targeted post = posts.get(i);
            List<TargetSentiment> found =
                    readings.get(i) instanceof Reading.Read read ? read.targets() : List.of();
            for (int t = 0; t < post.targets().size(); t++) {
                truth.add(OwnSets.index(post.labels().get(t)));
                answered.add(
                        t < found.size()
                                ? OwnSets.index(found.get(t).label())
                                : OwnSets.index(SentimentLabel.NEUTRAL));
                opposite.add(post.labels().getFirst() != post.labels().getLast());
            }
        }
        return List.of(
                correct("targeted sentiment", truth, answered).on("own posts").atLeast(75),
                correct(
                                "  posts whose targets differ",
                                where(truth, opposite),
                                where(answered, opposite))
                        .on("own posts"));
    }

    private static List<Integer> where(List<Integer> values, List<Boolean> kept) {
        List<Integer> result = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (kept.get(i)) {
                result.add(values.get(i));
            }
        }
        return result;
    }

    private static Figure correct(String name, List<Integer> truth, List<Integer> answered) {
        List<Boolean> correct =
                IntStream.range(0, truth.size())
                        .mapToObj(i -> truth.get(i).equals(answered.get(i)))
                        .toList();
        return Figure.percentage(name + ": correct", correct, "targets");
    }

    /** Accuracy and F1 of telling mixed feelings from one-sided ones. */
    static List<Figure> mixed(TextReader reader) {
        List<MaybeMixed> posts = OwnSets.mixed();
        List<Reading> readings =
                reader.read(
                        posts.stream()
                                .map(post -> new TextReader.Text(post.text(), ENGLISH))
                                .toList());
        int size = posts.size();
        int[] truth = new int[size];
        int[] answered = new int[size];
        for (int i = 0; i < size; i++) {
            truth[i] = posts.get(i).mixed() ? 1 : 0;
            answered[i] = readings.get(i) instanceof Reading.Read read && read.mixed() ? 1 : 0;
        }
        Verdicts all = new Verdicts(List.of("one", "mixed"), truth, answered, new double[size]);
        return List.of(
                Figure.of(
                                "mixed feelings: correct",
                                size,
                                "posts",
                                Bootstrap.standard().estimate(size, all::accuracy))
                        .on("own posts, 40 mixed, 40 not")
                        .in("%"),
                Figure.of(
                                "mixed feelings: F1 of mixed",
                                size,
                                "posts",
                                Bootstrap.standard()
                                        .estimate(size, items -> all.f1("mixed", items)))
                        .on("own posts, 40 mixed, 40 not")
                        .in("%"));
    }

    /** How often a clause gets the same label in its post as when it is read alone. */
    static List<Figure> parts(TextModel model) {
        List<TextWithSpans> posts =
                Stream.concat(
                                OwnSets.mixed().stream().map(MaybeMixed::text),
                                OwnSets.targeted().stream().map(Targeted::text))
                        .map(text -> new TextWithSpans(text, TextParts.of(text, "en")))
                        .filter(post -> post.stretches().size() > 1)
                        .toList();
        List<Sentiment> inPlace = sentiments(model.analyseInParts(posts));
        List<Sentiment> alone = sentiments(new Rereading(model).analyseInParts(posts));
        List<Boolean> same = new ArrayList<>();
        List<Boolean> sameOfConfident = new ArrayList<>();
        for (int i = 0; i < alone.size(); i++) {
            same.add(inPlace.get(i).label() == alone.get(i).label());
            if (alone.get(i).top() >= CONFIDENT) {
                sameOfConfident.add(same.getLast());
            }
        }
        String data = "own posts, " + posts.size() + " of several clauses";
        List<Figure> checks = new ArrayList<>();
        checks.add(
                Figure.percentage("clauses in one pass: same label as alone", same, "clauses")
                        .on(data));
        if (!sameOfConfident.isEmpty()) {
            checks.add(
                    Figure.percentage(
                                    "  those with confidence >= 0.8 alone",
                                    sameOfConfident,
                                    "clauses")
                            .on(data));
        }
        return checks;
    }

    private static List<Sentiment> sentiments(List<AnalysisWithSpans> read) {
        return read.stream().flatMap(each -> each.stretches().stream()).toList();
    }

    /**
     * How many tweets with a single sentiment label are called mixed, and how often the label that
     * this hides would have been correct: a low figure means that little was lost.
     */
    static List<Figure> mixedTweets(LabelledPosts posts, TextReader reader) {
        List<Reading> readings =
                reader.read(
                        posts.posts().stream()
                                .map(post -> new TextReader.Text(post.text(), ENGLISH))
                                .toList());
        List<Boolean> mixed = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            if (readings.get(i) instanceof Reading.Read read) {
                mixed.add(read.mixed());
                if (read.mixed()) {
                    right.add(
                            Head.SENTIMENT
                                    .label(posts.posts().get(i).label())
                                    .equals(Head.SENTIMENT.decision(read.analysis())));
                }
            }
        }
        List<Figure> checks = new ArrayList<>();
        checks.add(Figure.percentage("tweets called mixed", mixed, "tweets").on(posts.name()));
        if (!right.isEmpty()) {
            checks.add(
                    Figure.percentage("  correct labels among those hidden", right, "tweets")
                            .on(posts.name()));
        }
        return checks;
    }

    /** Share of posts whose language is identified without a hint. */
    static Figure language(String data, List<Post> posts, LanguageIdentifier identifier) {
        List<Boolean> right =
                posts.stream()
                        .map(
                                post ->
                                        primary(
                                                        identifier
                                                                .identify(
                                                                        post.text(),
                                                                        Optional.empty())
                                                                .tag())
                                                .equals(primary(post.language())))
                        .toList();
        return Figure.percentage("language identification: correct", right, "posts")
                .on(data)
                .atLeast(95);
    }

    private static String primary(String tag) {
        String first = tag.split("[-_]", 2)[0];
        return DIALECTS.getOrDefault(first, first);
    }
}
