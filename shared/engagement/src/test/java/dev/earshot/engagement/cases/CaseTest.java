package dev.earshot.engagement.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.Platform;
import dev.earshot.core.text.Intent;
import dev.earshot.core.text.Sentiment;
import dev.earshot.engagement.hours.ServiceHours;
import dev.earshot.engagement.hours.Shift;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class CaseTest {
    private static final Instant FRIDAY = CasePosts.FRIDAY;
    private static final CaseSettings OFFICE = office(List.of());

    @Test
    void of_fridayAfternoonWithOneHour_isDueOnMondayMorning() {
        // Churn risk 35 + negative 10 + 10,000 followers 10 = 55: high, four working hours.
        Case high =
                read(CasePosts.complaint("1").wants(Intent.CHURN_RISK, 0.9, true).by(1, 10_000));
        // Safety 50 + negative 10 = 60: urgent, one working hour.
        Case urgent = read(CasePosts.complaint("1").wants(Intent.SAFETY_OR_LEGAL, 0.9, true));

        assertThat(high.priority().level()).isEqualTo(Priority.Level.HIGH);
        assertThat(high.firstResponse().due()).contains(Instant.parse("2026-11-30T12:30:00Z"));
        assertThat(urgent.priority().level()).isEqualTo(Priority.Level.URGENT);
        assertThat(urgent.firstResponse().due()).contains(Instant.parse("2026-11-30T09:30:00Z"));
        assertThat(urgent.overdue(Instant.parse("2026-11-30T09:30:00Z"))).isFalse();
        assertThat(urgent.overdue(Instant.parse("2026-11-30T09:30:01Z"))).isTrue();
    }

    @Test
    void of_reasons_sumToThePointsAndSayWhy() {
        Case found =
                Case.of(
                                file(
                                        CasePosts.complaint("1")
                                                .wants(Intent.COMPLAINT, 0.45, false)
                                                .by(1, 250_000)
                                                .opening()),
                                OFFICE,
                                Set.of("acme"))
                        .orElseThrow();

        assertThat(found.priority().reasons())
                .extracting(Priority.Reason::why)
                .containsExactlyInAnyOrder(
                        "it complains",
                        "the model is not sure of that (45 %)",
                        "about 250,000 may see it",
                        "it is negative",
                        "there is an open alert about acme");
        assertThat(found.priority().points()).isEqualTo(25 - 10 + 15 + 10 + 15);
    }

    @Test
    void of_waitingForTheCustomer_pausesTheResolutionAlone() {
        Instant monday = Instant.parse("2026-11-30T10:00:00Z");
        PostAnalysis post = CasePosts.complaint("1").opening();
        CaseEvent asked =
                new CaseEvent.Moved(
                        monday, "Ann", CaseState.WAITING_FOR_CUSTOMER, Optional.empty());

        Case waiting = read(file(List.of(asked), post));
        Case back =
                read(
                        file(
                                List.of(asked),
                                post,
                                CasePosts.complaint("2")
                                        .wants(Intent.OTHER, 0.9, true)
                                        .readAt(monday.plus(Duration.ofHours(3)))
                                        .joining()));

        assertThat(waiting.firstResponse().worked()).contains(Duration.ofMinutes(90));
        assertThat(waiting.firstResponse().met()).contains(true);
        assertThat(waiting.resolution().paused()).isTrue();
        assertThat(waiting.resolution().due()).isEmpty();
        assertThat(back.state()).isEqualTo(CaseState.NEW);
        // High, since the author wrote again: 24 h = 0.5 on Friday, 8 - 3 of pause on Monday, 8 on
        // Tuesday, 8 on Wednesday, and 2.5 on Thursday.
        assertThat(back.resolution().due()).contains(Instant.parse("2026-12-03T11:30:00Z"));
    }

    @Test
    void of_customerWritesAfterTheEnd_reopensTheCaseForWhomItWasWith() {
        Instant later = FRIDAY.plusSeconds(60);
        List<CaseEvent> log =
                List.of(
                        new CaseEvent.Assigned(later, "Ann", Optional.empty(), Optional.of("Ann")),
                        new CaseEvent.Moved(later, "Ann", CaseState.CLOSED, Optional.empty()));
        CasePosts again = CasePosts.complaint("2").readAt(FRIDAY.plusSeconds(120));

        assertThat(read(file(log, CasePosts.complaint("1").opening())).state())
                .isEqualTo(CaseState.CLOSED);
        Case reopened = read(file(log, CasePosts.complaint("1").opening(), again.joining()));
        assertThat(reopened.state()).isEqualTo(CaseState.ASSIGNED);
        assertThat(reopened.agent()).contains("Ann");
        assertThat(reopened.priority().reasons())
                .anyMatch(reason -> reason.why().contains("wrote again once"));
        assertThat(
                        read(file(
                                        log,
                                        CasePosts.complaint("1").opening(),
                                        again.by(7, 10).joining()))
                                .state())
                .isEqualTo(CaseState.CLOSED);
    }

    @Test
    void of_editThatAsksForNothing_closesACaseThatNobodyTouched() {
        PostAnalysis praise =
                CasePosts.complaint("1")
                        .wants(Intent.PRAISE, 0.9, true)
                        .feels(new Sentiment(0.05, 0.05, 0.9))
                        .opening();

        assertThat(read(file(praise)).state()).isEqualTo(CaseState.CLOSED);
        assertThat(read(file(praise)).history().getLast().what()).contains("edited");
        assertThat(
                        read(file(
                                        List.of(
                                                new CaseEvent.Assigned(
                                                        FRIDAY.plusSeconds(60),
                                                        "Ann",
                                                        Optional.empty(),
                                                        Optional.of("Ann"))),
                                        praise))
                                .state())
                .isEqualTo(CaseState.ASSIGNED);
    }

    @Test
    void of_answerByTheBrandsOwnAccount_endsTheWaitForIt() {
        PostAnalysis own =
                CasePosts.complaint("2")
                        .by(CasePosts.BRAND, 10)
                        .readAt(FRIDAY.plusSeconds(600))
                        .joining();

        Case answered = read(file(CasePosts.complaint("1").opening(), own));

        assertThat(answered.firstResponse().done()).contains(FRIDAY.plusSeconds(600));
        assertThat(answered.state()).isEqualTo(CaseState.NEW);
        assertThat(CaseRules.need(own)).isEmpty();
    }

    @Test
    void of_whatIsLeftWhenTheFirstPostIsGone_isNoCaseUnlessItAsksForSomething() {
        PostAnalysis answer = CasePosts.complaint("2").wants(Intent.OTHER, 0.9, true).joining();

        assertThat(Case.of(file(answer), OFFICE, Set.of())).isEmpty();
        assertThat(Case.of(file(CasePosts.complaint("2").joining()), OFFICE, Set.of())).isPresent();
    }

    @Test
    void of_teams_takeWhatFitsInTheirOrder() {
        Team legal =
                new Team(
                        "legal",
                        "Legal",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(CaseKind.SAFETY_OR_LEGAL));
        Team german = new Team("de", "German", List.of(), List.of(), List.of("de"), List.of());
        Team rest =
                new Team(
                        "care", "Care", List.of("acme"), List.of(Platform.X), List.of(), List.of());
        CaseSettings teams = office(List.of(legal, german, rest));

        assertThat(Case.of(file(CasePosts.complaint("1").opening()), teams, Set.of()))
                .flatMap(Case::team)
                .contains("care");
        assertThat(
                        Case.of(
                                file(
                                        CasePosts.complaint("1")
                                                .wants(Intent.SAFETY_OR_LEGAL, 0.5, true)
                                                .opening()),
                                teams,
                                Set.of()))
                .flatMap(Case::team)
                .contains("legal");
        assertThat(
                        Case.of(
                                file(CasePosts.complaint("1").about("other").opening()),
                                teams,
                                Set.of()))
                .flatMap(Case::team)
                .isEmpty();
    }

    @Test
    void tag_movesWithTheLogAndThePostsAlone() {
        PostAnalysis post = CasePosts.complaint("1").opening();
        CaseEvent note = new CaseEvent.Noted(FRIDAY.plusSeconds(60), "Ann", "seen");

        assertThat(file(post).tag()).isEqualTo(file(post).tag());
        assertThat(file(List.of(note), post).tag()).isNotEqualTo(file(post).tag());
        assertThat(file(post, CasePosts.complaint("2").joining()).tag())
                .isNotEqualTo(file(post).tag());
    }

    private static Case read(CasePosts post) {
        return read(file(post.opening()));
    }

    private static Case read(CaseFile file) {
        return Case.of(file, OFFICE, Set.of()).orElseThrow();
    }

    private static CaseFile file(PostAnalysis... posts) {
        return file(List.of(), posts);
    }

    private static CaseFile file(List<CaseEvent> log, PostAnalysis... posts) {
        return new CaseFile(
                CaseId.of(posts[0].context().conversation().orElseThrow()),
                Arrays.asList(posts),
                log,
                log.size());
    }

    private static CaseSettings office(List<Team> teams) {
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.SATURDAY) < 0) {
                week.put(day, List.of(Shift.parse("09:00-17:00")));
            }
        }
        return new CaseSettings(
                new ServiceHours(ZoneOffset.UTC, week), Targets.STANDARD, teams, List.of());
    }
}
