package dev.earshot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.Conversation;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.text.Intent;
import dev.earshot.engagement.cases.CaseEvent;
import dev.earshot.engagement.cases.CaseFile;
import dev.earshot.engagement.cases.CaseId;
import dev.earshot.engagement.cases.CaseKind;
import dev.earshot.engagement.cases.CaseSettings;
import dev.earshot.engagement.cases.CaseState;
import dev.earshot.engagement.cases.CaseStore;
import dev.earshot.engagement.cases.Targets;
import dev.earshot.engagement.cases.Team;
import dev.earshot.engagement.hours.ServiceHours;
import dev.earshot.engagement.hours.Shift;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every {@link CaseStore} must do. Each test uses empty stores. */
public abstract class CaseStoreContract {
    private static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");

    /** Where the posts are. */
    protected abstract AnalysisStore posts();

    /** The store under test. */
    protected abstract CaseStore store();

    @Test
    void find_postWithAConversation_isACaseWithAnEmptyLog() {
        CaseFile file = open(Posts.post("1"), at(0));

        assertThat(file.posts()).extracting(PostAnalysis::id).containsExactly(id("1"));
        assertThat(file.log()).isEmpty();
        assertThat(file.version()).isZero();
        assertThat(store().find(new WorkspaceId("other"), file.id())).isEmpty();
    }

    @Test
    void find_postWithoutAConversation_isNoCase() {
        posts().commit(Posts.WORKSPACE, List.of(new PostChange.Store(Posts.post("1").analysis())));

        assertThat(all()).isEmpty();
    }

    @Test
    void commit_repeatedAndEdited_opensOneCaseThatKeepsItsFirstOpening() {
        open(Posts.post("1"), at(0));
        open(Posts.post("1"), at(0));
        open(Posts.post("1").edit(5, "edited"), at(60));
        posts().commit(
                        Posts.WORKSPACE,
                        List.of(
                                new PostChange.Store(
                                        Posts.post("1").edit(6, "without").analysis())));

        assertThat(all())
                .singleElement()
                .satisfies(
                        file ->
                                assertThat(file.posts().getFirst().context().conversation())
                                        .map(Conversation::taken)
                                        .contains(at(0)));
    }

    @Test
    void find_repliesOfTheConversation_areInItInTheOrderOfTheirComing() {
        CaseFile file = open(Posts.post("2"), at(0));
        joined(Posts.post("3"), file, at(9));
        CaseFile now = joined(Posts.post("1"), file, at(5));

        assertThat(now.posts())
                .extracting(PostAnalysis::id)
                .containsExactly(id("2"), id("1"), id("3"));
        assertThat(all()).hasSize(1);
    }

    @Test
    void append_entriesOfEveryKind_areReadAsTheyWereWritten() {
        CaseFile file = open(Posts.post("1"), at(0));
        List<CaseEvent> entries =
                List.of(
                        new CaseEvent.Assigned(
                                at(1), "key 1", Optional.of("care"), Optional.of("Ann")),
                        new CaseEvent.Assigned(at(2), "key 1", Optional.empty(), Optional.of("B")),
                        new CaseEvent.Moved(
                                at(3),
                                "key 2",
                                CaseState.WAITING_FOR_CUSTOMER,
                                Optional.of("asked: \"which\nshop?\"")),
                        new CaseEvent.Moved(at(4), "key 2", CaseState.CLOSED, Optional.empty()),
                        new CaseEvent.Answered(at(5), "key 2", Optional.empty()),
                        new CaseEvent.Noted(at(6), "key 2", "a remark"),
                        new CaseEvent.MergedInto(at(7), "key 3", file.id()),
                        new CaseEvent.MergedFrom(at(8), "key 3", file.id()));
        for (CaseEvent entry : entries) {
            assertThat(append(entry)).isTrue();
        }

        assertThat(all().getFirst().log()).isEqualTo(entries);
        assertThat(all().getFirst().version()).isEqualTo(entries.size());
    }

    @Test
    void append_toACaseThatHasChangedSince_writesNothingToAnyLog() {
        CaseFile one = open(Posts.post("1"), at(0));
        CaseFile other = open(Posts.post("2"), at(0));
        store().append(Posts.WORKSPACE, List.of(note(one, "first")));

        boolean written =
                store().append(
                                Posts.WORKSPACE,
                                List.of(note(other, "with it"), note(one, "too late")));

        assertThat(written).isFalse();
        assertThat(store().find(Posts.WORKSPACE, other.id()).orElseThrow().log()).isEmpty();
        assertThat(store().find(Posts.WORKSPACE, one.id()).orElseThrow().log()).hasSize(1);
    }

    @Test
    void append_toSeveralCases_writesToEach() {
        CaseFile one = open(Posts.post("1"), at(0));
        CaseFile other = open(Posts.post("2"), at(0));

        assertThat(
                        store().append(
                                        Posts.WORKSPACE,
                                        List.of(note(one, "here"), note(other, "there"))))
                .isTrue();
        assertThat(all()).allSatisfy(file -> assertThat(file.log()).hasSize(1));
    }

    @Test
    void removal_ofThePost_removesTheCaseAndItsLogForGood() {
        CaseFile file = open(Posts.post("1"), at(0));
        store().append(Posts.WORKSPACE, List.of(note(file, "Ann called us")));

        remove("1");
        commit(Posts.post("1"), new Conversation(id("1"), Posts.PUBLISHED, at(0)));

        assertThat(all()).isEmpty();
        assertThat(store().append(Posts.WORKSPACE, List.of(note(file, "too late")))).isFalse();
    }

    @Test
    void removal_ofTheFirstPost_takesTheLogAndLeavesTheOthers() {
        CaseFile file = open(Posts.post("1"), at(0));
        joined(Posts.post("2"), file, at(5));
        append(new CaseEvent.Noted(at(6), "key 1", "about the first"));

        remove("1");

        assertThat(all()).hasSize(1);
        assertThat(all().getFirst().log()).isEmpty();
        assertThat(append(new CaseEvent.Noted(at(9), "key 1", "about the second"))).isTrue();
        assertThat(all().getFirst().log()).hasSize(1);

        remove("2");

        assertThat(all()).isEmpty();
    }

    @Test
    void removal_ofALaterPost_leavesTheLog() {
        CaseFile file = open(Posts.post("1"), at(0));
        joined(Posts.post("2"), file, at(5));
        append(new CaseEvent.Noted(at(6), "key 1", "kept"));

        remove("2");

        assertThat(all().getFirst().log()).hasSize(1);
        assertThat(all().getFirst().posts()).hasSize(1);
    }

    @Test
    void edits_underAnEarlierId_keepTheCaseAndItsLog() {
        open(Posts.post("12"), at(0));
        append(new CaseEvent.Noted(at(6), "key 1", "kept"));
        posts().commit(
                        Posts.WORKSPACE,
                        List.of(
                                new PostChange.Store(
                                        Posts.post("11")
                                                .alsoKnownAs("12")
                                                .edit(9, "edited")
                                                .analysis())));

        assertThat(all()).hasSize(1);
        assertThat(all().getFirst().posts()).extracting(PostAnalysis::id).containsExactly(id("11"));
        assertThat(all().getFirst().log()).hasSize(1);

        remove("12");

        assertThat(all()).isEmpty();
    }

    @Test
    void list_pagesOverMonths_areNewestFirstAndHoldEachCaseOnce() {
        var begun = new ArrayList<CaseId>();
        for (int i = 0; i < 9; i++) {
            Instant published = Instant.parse("2026-01-20T00:00:00Z").plusSeconds(i * 500_000L);
            CaseFile file = open(Posts.post("1" + i).at(published), published.plusSeconds(60));
            joined(Posts.post("2" + i).at(published), file, published.plusSeconds(90));
            append(file, new CaseEvent.Noted(published.plusSeconds(99), "key 1", "seen"));
            begun.addFirst(file.id());
        }

        var found = new ArrayList<CaseId>();
        Optional<CaseId> after = Optional.empty();
        do {
            List<CaseFile> page = store().list(Posts.WORKSPACE, LONG_AGO, LATER, after, 2);
            page.forEach(file -> assertThat(file.posts()).hasSize(2));
            page.forEach(file -> assertThat(file.log()).hasSize(1));
            page.forEach(file -> found.add(file.id()));
            after = page.isEmpty() ? Optional.empty() : Optional.of(page.getLast().id());
        } while (after.isPresent());

        assertThat(found).isEqualTo(begun);
        assertThat(
                        store().list(
                                        Posts.WORKSPACE,
                                        begun.get(5).begun(),
                                        begun.get(2).begun(),
                                        Optional.empty(),
                                        100))
                .extracting(CaseFile::id)
                .containsExactly(begun.get(3), begun.get(4), begun.get(5));
    }

    @Test
    void settings_stored_areReadAsTheyWere() {
        assertThat(store().settings(Posts.WORKSPACE)).isEmpty();
        var hours =
                new ServiceHours(
                        ZoneId.of("Europe/Berlin"),
                        Map.of(
                                DayOfWeek.MONDAY,
                                List.of(Shift.parse("09:00-12:00"), Shift.parse("13:30-24:00")),
                                DayOfWeek.SUNDAY,
                                List.of()),
                        Map.of(LocalDate.parse("2026-12-25"), List.of()));
        var team =
                new Team(
                        "legal",
                        "Law & order",
                        List.of("acme"),
                        List.of(Platform.X, Platform.MASTODON),
                        List.of("de"),
                        List.of(CaseKind.SAFETY_OR_LEGAL));
        var settings =
                new CaseSettings(
                        hours, Targets.STANDARD, List.of(team), List.of("webhook:ops", "email"));

        store().put(Posts.WORKSPACE, CaseSettings.STANDARD);
        store().put(Posts.WORKSPACE, settings);

        assertThat(store().settings(Posts.WORKSPACE)).contains(settings);
        assertThat(store().settings(new WorkspaceId("other"))).isEmpty();
    }

    /** Stores a complaint that opens a case, taken up then. */
    protected final CaseFile open(Posts post, Instant taken) {
        var conversation = new Conversation(post.id(), post.createdAt(), taken);
        commit(post, conversation);
        return store().find(Posts.WORKSPACE, CaseId.of(conversation)).orElseThrow();
    }

    /** Stores a post that joins a case. */
    protected final CaseFile joined(Posts post, CaseFile file, Instant taken) {
        Conversation first = file.posts().getFirst().context().conversation().orElseThrow();
        commit(post, new Conversation(first.first(), first.begun(), taken));
        return store().find(Posts.WORKSPACE, file.id()).orElseThrow();
    }

    private void commit(Posts post, Conversation conversation) {
        PostAnalysis read = post.with(Posts.wanting(Intent.COMPLAINT, 0.9, true)).analysis();
        posts().commit(
                        Posts.WORKSPACE,
                        List.of(
                                new PostChange.Store(
                                        read.with(read.context().with(conversation)))));
    }

    private boolean append(CaseEvent event) {
        return append(all().getFirst(), event);
    }

    private boolean append(CaseFile file, CaseEvent event) {
        return store().append(Posts.WORKSPACE, List.of(new CaseStore.Addition(file, event)));
    }

    /** A remark to add. */
    protected static CaseStore.Addition note(CaseFile file, String text) {
        return new CaseStore.Addition(file, new CaseEvent.Noted(at(30), "key 1", text));
    }

    /** Removes a post for good. */
    protected final void remove(String nativeId) {
        posts().commit(Posts.WORKSPACE, List.of(new PostChange.Remove(id(nativeId), at(1_000))));
    }

    private List<CaseFile> all() {
        return store().list(Posts.WORKSPACE, LONG_AGO, LATER, Optional.empty(), 100);
    }

    /** Seconds after the examples' publication. */
    protected static Instant at(int seconds) {
        return Posts.PUBLISHED.plusSeconds(seconds);
    }

    private static PostId id(String nativeId) {
        return new PostId(Platform.X, nativeId);
    }
}
