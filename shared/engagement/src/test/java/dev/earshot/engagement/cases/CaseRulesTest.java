package dev.earshot.engagement.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.count.Conversation;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.Reference;
import dev.earshot.core.text.Intent;
import dev.earshot.core.text.Sentiment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.Map;

final class CaseRulesTest {
    private static final Sentiment NEUTRAL = new Sentiment(0.1, 0.8, 0.1);

    @ParameterizedTest
    @EnumSource(names = {"COMPLAINT", "QUESTION", "CHURN_RISK", "SAFETY_OR_LEGAL"})
    void need_sureIntentThatWantsSomebody_isOfItsKind(Intent intent) {
        assertThat(CaseRules.need(CasePosts.complaint("1").wants(intent, 0.8, true).post()))
                .hasValueSatisfying(
                        need -> {
                            assertThat(need.kind().name()).isEqualTo(intent.name());
                            assertThat(need.sure()).isTrue();
                        });
    }

    @ParameterizedTest
    @EnumSource(names = {"PRAISE", "PURCHASE_INTENT", "FEATURE_REQUEST", "SPAM", "OTHER"})
    void need_sureOfAnythingElse_isNone(Intent intent) {
        assertThat(
                        CaseRules.need(
                                CasePosts.complaint("1")
                                        .wants(intent, 0.8, true)
                                        .feels(NEUTRAL)
                                        .post()))
                .isEmpty();
    }

    @Test
    void need_possibleMatterOfSafety_isLookedAtThoughUnsure() {
        CasePosts post = CasePosts.complaint("1").feels(NEUTRAL);

        assertThat(CaseRules.need(post.wants(Intent.SAFETY_OR_LEGAL, 0.26, false).post()))
                .contains(new CaseRules.Need(CaseKind.SAFETY_OR_LEGAL, false, 0.26));
        assertThat(CaseRules.need(post.wants(Intent.SAFETY_OR_LEGAL, 0.24, false).post()))
                .isEmpty();
    }

    @Test
    void need_unsureComplaint_dependsOnMoodAndReach() {
        CasePosts unsure = CasePosts.complaint("1").wants(Intent.COMPLAINT, 0.45, false);

        assertThat(CaseRules.need(unsure.post())).isPresent();
        assertThat(CaseRules.need(unsure.feels(NEUTRAL).post())).isEmpty();
        assertThat(CaseRules.need(unsure.feels(NEUTRAL).by(1, 10_000).post())).isPresent();
    }

    @Test
    void need_negativePostThatManySee_isAMatterOfReputation() {
        CasePosts other = CasePosts.complaint("1").wants(Intent.OTHER, 0.9, true);

        assertThat(CaseRules.need(other.by(1, 99_999).post())).isEmpty();
        assertThat(CaseRules.need(other.by(1, 100_000).post()))
                .map(CaseRules.Need::kind)
                .contains(CaseKind.REPUTATION);
    }

    @Test
    void need_repostAndPostAboutNoBrand_isNone() {
        assertThat(CaseRules.need(CasePosts.complaint("1").that(Reference.Kind.REPOST, "9").post()))
                .isEmpty();
        assertThat(CaseRules.need(CasePosts.complaint("1").about().post())).isEmpty();
    }

    @Test
    void conversation_ofOldPost_isNoneSinceHistoryNeedsNoAnswer() {
        CasePosts post = CasePosts.complaint("1");

        assertThat(
                        CaseRules.conversation(
                                post.readAt(post.published().plus(Duration.ofDays(7))).post(),
                                Map.of()))
                .isPresent();
        assertThat(
                        CaseRules.conversation(
                                post.readAt(post.published().plus(Duration.ofDays(8))).post(),
                                Map.of()))
                .isEmpty();
    }

    @Test
    void conversation_ofReplyToACasesPost_isThatOfTheCase() {
        PostAnalysis first = CasePosts.complaint("1").opening();
        PostAnalysis reply =
                CasePosts.complaint("2")
                        .wants(Intent.OTHER, 0.9, true)
                        .that(Reference.Kind.REPLY, "1")
                        .post();

        assertThat(CaseRules.conversation(reply, Map.of(first.id(), new StoredPost.Live(first))))
                .map(Conversation::first)
                .contains(first.id());
    }

    @Test
    void conversation_ofCommentUnderAPostThatIsNoCase_isItsOwn() {
        PostAnalysis brands = CasePosts.complaint("1").wants(Intent.OTHER, 0.9, true).post();
        PostAnalysis comment = CasePosts.complaint("2").that(Reference.Kind.REPLY, "1").post();

        assertThat(
                        CaseRules.conversation(
                                comment, Map.of(brands.id(), new StoredPost.Live(brands))))
                .map(Conversation::first)
                .contains(comment.id());
    }
}
