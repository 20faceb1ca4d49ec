package dev.earshot.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.text.AnalysisWithSpans;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.Target;
import dev.earshot.core.text.TargetOpinion;
import dev.earshot.core.text.TargetSentiment;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextModel;
import dev.earshot.core.text.TextSpan;
import dev.earshot.core.text.TextWithSpans;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class CloseReadingTest {
    private static final String POLES =
            "I love the great brilliant camera but the battery is awful terrible";
    private static final String FLAT = "The box came on Monday. It is blue and round";

    private final Watched model = new Watched();

    @Test
    void read_modelThatReadsPartsInOnePass_isAskedOnce() {
        model.onePass = true;

        List<CloseReading.Result> results = CloseReading.read(model, requests(POLES, FLAT));

        assertThat(model.asked).containsExactly(POLES, FLAT);
        assertThat(results.getFirst().mixed()).isTrue();
        assertThat(results.getFirst().parts())
                .extracting(part -> part.sentiment().label().key())
                .containsExactly("positive", "negative");
    }

    @Test
    void read_modelThatReadsWholesAlone_isAskedAgainAboutClausesThatMayDiffer() {
        List<CloseReading.Result> results = CloseReading.read(model, requests(POLES, FLAT));

        assertThat(model.asked)
                .containsExactly(
                        POLES,
                        FLAT,
                        "I love the great brilliant camera",
                        "the battery is awful terrible");
        assertThat(results.getFirst().mixed()).isTrue();
        assertThat(results.getLast().parts()).isEmpty();
    }

    @Test
    void read_bothWays_agreesForAModelThatReadsWordByWord() {
        String spoken = "Love the camera, battery is awful. Nivaro is great, unlike Talvix";
        List<Target> targets = List.of(target(spoken, "camera"), target(spoken, "Talvix"));
        List<CloseReading.Passage> requests =
                List.of(
                        new CloseReading.Passage(spoken, "en", targets),
                        new CloseReading.Passage(POLES, "en", List.of()));
        List<CloseReading.Result> twice = CloseReading.read(model, requests);
        model.onePass = true;

        List<CloseReading.Result> once = CloseReading.read(model, requests);
        assertThat(once)
                .extracting(CloseReading.Result::whole, CloseReading.Result::parts)
                .isEqualTo(
                        twice.stream()
                                .map(result -> tuple(result.whole(), result.parts()))
                                .toList());
        assertThat(labels(once)).isEqualTo(labels(twice));
    }

    private static List<List<String>> labels(List<CloseReading.Result> results) {
        return results.stream()
                .map(
                        result ->
                                result.targets().stream()
                                        .map(target -> target.sentiment().label().key())
                                        .toList())
                .toList();
    }

    @Test
    void read_wholeWithOnePoleAlone_givesNoParts() {
        model.onePass = true;

        assertThat(CloseReading.read(model, requests(FLAT)))
                .allSatisfy(result -> assertThat(result.parts()).isEmpty());
    }

    @Test
    void read_severalTargets_areAskedAboutByNameWithAllTheirMentions() {
        model.onePass = true;
        model.targets = true;
        String text = "Nivaro is great, Talvix is awful. Nivaro again";
        List<Target> targets =
                List.of(
                        target(text, "Nivaro"),
                        target(text, "Talvix"),
                        new Target("Nivaro", text.lastIndexOf("Nivaro"), text.lastIndexOf(" ")));

        List<TargetSentiment> read = read(text, targets);

        assertThat(model.marked).containsExactly("Nivaro+Nivaro", "Talvix");
        assertThat(read)
                .extracting(TargetSentiment::name, TargetSentiment::label)
                .containsExactly(
                        tuple("Nivaro", SentimentLabel.MIXED),
                        tuple("Talvix", SentimentLabel.ABSTAIN),
                        tuple("Nivaro", SentimentLabel.MIXED));
    }

    @Test
    void read_targetAlone_takesWhatTheTextSays() {
        model.onePass = true;
        model.targets = true;
        String text = "Nivaro is awful terrible";

        assertThat(read(text, List.of(target(text, "Nivaro"))))
                .extracting(TargetSentiment::label)
                .containsExactly(SentimentLabel.NEGATIVE);
        assertThat(model.marked).isEmpty();
    }

    @Test
    void read_targetThatIsCompared_isAskedAbout() {
        model.onePass = true;
        model.targets = true;
        String text = "so much better than my old Nivaro";

        read(text, List.of(target(text, "Nivaro")));

        assertThat(model.marked).containsExactly("Nivaro");
    }

    private List<TargetSentiment> read(String text, List<Target> targets) {
        return CloseReading.read(model, List.of(new CloseReading.Passage(text, "en", targets)))
                .getFirst()
                .targets();
    }

    @Test
    void read_wholeThatIsSure_isNotMixedWhateverItsClausesSay() {
        model.onePass = true;
        String lopsided =
                "I love love love the great brilliant lovely great great great camera but the case is awful great";

        CloseReading.Result result = CloseReading.read(model, requests(lopsided)).getFirst();

        assertThat(result.whole().sentiment().positive()).isGreaterThan(0.9);
        assertThat(result.mixed()).isFalse();
        assertThat(result.parts()).isEmpty();
    }

    @Test
    void read_oneOddClauseAmongMany_doesNotMakeALongTextMixed() {
        model.onePass = true;
        String blame = "The case is awful. ";
        String strongPraise = "I " + "love ".repeat(10) + "it. ";
        String praise = "I love great brilliant it. ";

        List<CloseReading.Result> results =
                CloseReading.read(
                        model, requests(blame.repeat(9) + strongPraise, blame.repeat(2) + praise));

        assertThat(results).noneMatch(result -> result.whole().sentiment().top() > 0.9);
        assertThat(results).extracting(CloseReading.Result::mixed).containsExactly(false, true);
    }

    @Test
    void read_nothing_asksNothing() {
        assertThat(CloseReading.read(model, List.of())).isEmpty();
        assertThat(model.asked).isEmpty();
    }

    private static List<CloseReading.Passage> requests(String... texts) {
        return List.of(texts).stream()
                .map(text -> new CloseReading.Passage(text, "en", List.of()))
                .toList();
    }

    private static Target target(String text, String name) {
        return new Target(name, text.indexOf(name), text.indexOf(name) + name.length());
    }

    /** Records the texts that it was asked about. */
    private static final class Watched implements TextModel {
        private final WordModel words = new WordModel();
        private final List<String> asked = new ArrayList<>();
        private final List<String> marked = new ArrayList<>();
        private boolean onePass;
        private boolean targets;

        @Override
        public List<TextAnalysis> analyse(List<String> texts) {
            asked.addAll(texts);
            return words.analyse(texts);
        }

        @Override
        public List<AnalysisWithSpans> analyseInParts(List<TextWithSpans> texts) {
            texts.forEach(text -> asked.add(text.text()));
            List<AnalysisWithSpans> read =
                    words.analyseInParts(
                            texts.stream()
                                    .map(t -> new TextWithSpans(t.text(), t.spans()))
                                    .toList());
            return IntStream.range(0, read.size())
                    .mapToObj(
                            i ->
                                    new AnalysisWithSpans(
                                            read.get(i).whole(),
                                            read.get(i).spans(),
                                            texts.get(i).targets().stream()
                                                    .map(each -> opinion(texts.get(i), each))
                                                    .toList()))
                    .toList();
        }

        /** Mixed of what is named twice, unsure of the rest. */
        private TargetOpinion opinion(TextWithSpans text, List<TextSpan> mentions) {
            marked.add(
                    mentions.stream()
                            .map(mention -> mention.of(text.text()))
                            .collect(Collectors.joining("+")));
            return new TargetOpinion(new Sentiment(0.4, 0.3, 0.3), 0.5, mentions.size() > 1);
        }

        @Override
        public boolean readsTargets() {
            return targets;
        }

        @Override
        public boolean readsPartsInOnePass() {
            return onePass;
        }

        @Override
        public ModelVersion version() {
            return words.version();
        }

        @Override
        public void close() {}
    }
}
