package dev.earshot.engagement.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.text.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;

/** Complaints that are read alike, and differ in who wrote them or in which language. */
class PrioritySwapTest {
    private static Priority priority(PostAnalysis post) {
        return PriorityRules.of(CaseRules.need(post).orElseThrow(), post, 0, Set.of());
    }

    private static PostAnalysis in(String language) {
        PostAnalysis post = CasePosts.complaint("1").post();
        return post.read(new Reading.Read(language, ((Reading.Read) post.reading()).analysis()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "ar", "zh-Hant", "cy", "und"})
    void priority_ofTheSameComplaintInAnotherLanguage_isTheSame(String language) {
        assertThat(priority(in(language))).isEqualTo(priority(in("en")));
    }

    @Test
    void priority_ofTheSameComplaintBySomebodyElse_isTheSame() {
        assertThat(priority(CasePosts.complaint("1").by(2, 10).post()))
                .isEqualTo(priority(CasePosts.complaint("1").by(3, 10).post()));
    }

    /** What keeps the others honest: reach is an input, and the card says so. */
    @Test
    void priority_ofTheSameComplaintByAWidelyReadAccount_isHigher() {
        assertThat(priority(CasePosts.complaint("1").by(2, 100_000).post()).points())
                .isEqualTo(priority(CasePosts.complaint("1").by(2, 10).post()).points() + 15);
    }
}
