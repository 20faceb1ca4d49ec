package dev.earshot.usecase.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.Outcome;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.text.LanguageIdentifier;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextModel;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.model.KeywordTextModel;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** What is read again, and by which model, where models and languages change. */
final class AnalysePostsModelsTest extends PostsFixture {
    @Test
    void handle_postInAnUnknownLanguage_abstainsAndCountsAsSuch() {
        AnalysePosts analyse =
                analyse(
                        vault,
                        new TextReader(
                                new KeywordTextModel(),
                                (text, declared) -> new Language("fr", .99),
                                Set.of("en")));

        analyse.handle(List.of(message("m1", post("p1", "J'adore Acme"))));

        assertThat(store.post(WORKSPACE, id("p1")).orElseThrow().reading().label())
                .isEqualTo(SentimentLabel.ABSTAIN);
        assertThat(counts().sentiment(SentimentLabel.ABSTAIN)).isEqualTo(1);
        assertThat(counts().sentiment(SentimentLabel.NEUTRAL)).isZero();
    }

    @Test
    void handle_postAgainWithANewerModel_replacesItsResultAndKeepsItsText() {
        List<PostMessage> batch = List.of(message("m1", post("p1", "Acme is good")));
        analyse(vault).handle(batch);
        PostAnalysis first = store.post(WORKSPACE, id("p1")).orElseThrow();
        AnalysePosts newer =
                analyse(
                        vault,
                        new TextReader(
                                new Contrary(),
                                (text, declared) -> new Language("en", .99),
                                Set.of("en")));

        assertThat(newer.handle(batch)).containsExactly(new Outcome.Done(false));
        assertThat(newer.handle(batch)).containsExactly(new Outcome.Done(true));
        assertThat(analyse(vault).handle(batch)).containsExactly(new Outcome.Done(true));

        PostAnalysis again = store.post(WORKSPACE, id("p1")).orElseThrow();
        assertThat(again.models()).containsExactly(Contrary.VERSION);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(counts().posts()).isEqualTo(1);
        assertThat(counts().sentiment(SentimentLabel.NEGATIVE)).isEqualTo(1);
        assertThat(counts().sentiment(SentimentLabel.POSITIVE)).isZero();
    }

    @Test
    void handle_postAgainOnceAModelOfItsLanguageIsThere_isReadAndStaysSoWithoutIt() {
        List<PostMessage> batch = List.of(message("m1", post("p1", "Acme is good")));
        TextReader.LanguageModel first =
                new TextReader.LanguageModel(new KeywordTextModel(), Set.of("en"));
        TextReader.LanguageModel further =
                new TextReader.LanguageModel(new Further(), Set.of("de"));
        AnalysePosts without = analyse(vault, ofGermanPosts(first));
        AnalysePosts with = analyse(vault, ofGermanPosts(first, further));

        assertThat(without.handle(batch)).containsExactly(new Outcome.Done(false));
        assertThat(counts().sentiment(SentimentLabel.ABSTAIN)).isEqualTo(1);

        assertThat(with.handle(batch)).containsExactly(new Outcome.Done(false));
        assertThat(with.handle(batch)).containsExactly(new Outcome.Done(true));
        assertThat(without.handle(batch)).containsExactly(new Outcome.Done(true));

        assertThat(store.post(WORKSPACE, id("p1")).orElseThrow().models())
                .containsExactly(Further.VERSION);
        assertThat(counts().sentiment(SentimentLabel.POSITIVE)).isEqualTo(1);
        assertThat(counts().sentiment(SentimentLabel.ABSTAIN)).isZero();
    }

    @Test
    void handle_postInALanguageOfNoModelAtPlacesWithDifferentModels_isLookedAtOnceByEach() {
        List<PostMessage> batch = List.of(message("m1", post("p1", "Acme is good")));
        var first = new TextReader.LanguageModel(new KeywordTextModel(), Set.of("en"));
        var further = new TextReader.LanguageModel(new Further(), Set.of("fr"));
        var looks = new AtomicInteger();
        LanguageIdentifier german =
                (text, declared) -> {
                    looks.incrementAndGet();
                    return new Language("de", .99);
                };
        AnalysePosts one = analyse(vault, new TextReader(List.of(first), german));
        AnalysePosts other = analyse(vault, new TextReader(List.of(further), german));
        for (int i = 0; i < 4; i++) {
            one.handle(batch);
            other.handle(batch);
        }

        assertThat(looks).hasValue(2);
        assertThat(counts().sentiment(SentimentLabel.ABSTAIN)).isEqualTo(1);
    }

    private static TextReader ofGermanPosts(TextReader.LanguageModel... speakers) {
        return new TextReader(List.of(speakers), (text, declared) -> new Language("de", .99));
    }

    /** A model with another name and an older revision than the first. */
    private static final class Further implements TextModel {
        private static final ModelVersion VERSION =
                new ModelVersion("further", "0", "2".repeat(64));

        @Override
        public List<TextAnalysis> analyse(List<String> texts) {
            return new KeywordTextModel().analyse(texts);
        }

        @Override
        public ModelVersion version() {
            return VERSION;
        }

        @Override
        public void close() {}
    }

    /** A newer model with the opposite opinion. */
    private static final class Contrary implements TextModel {
        private static final ModelVersion VERSION =
                new ModelVersion("keyword", "2", "1".repeat(64));

        @Override
        public List<TextAnalysis> analyse(List<String> texts) {
            return new KeywordTextModel()
                    .analyse(texts.stream().map(t -> t.replace("good", "bad")).toList());
        }

        @Override
        public ModelVersion version() {
            return VERSION;
        }

        @Override
        public void close() {}
    }
}
