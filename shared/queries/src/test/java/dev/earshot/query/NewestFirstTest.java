package dev.earshot.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.Task;
import dev.earshot.core.store.Parked;
import dev.earshot.testkit.store.InMemoryJobStore;
import dev.earshot.testkit.store.InMemoryParkedStore;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The pages of jobs and of what was parked, which both are ordered by time and id. */
class NewestFirstTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final WorkspaceId OTHER = new WorkspaceId("zenith");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final InMemoryJobStore jobs = new InMemoryJobStore(InstantSource.fixed(NOW));
    private final InMemoryParkedStore parked = new InMemoryParkedStore();
    private final Cursors cursors = new Cursors(new byte[16]);
    private final JobPages jobPages = new JobPages(jobs, cursors);
    private final ParkedPages parkedPages = new ParkedPages(parked, cursors);

    @Test
    void jobs_threeByTwo_areTwoPagesNewestFirstAndTiesById() {
        create("a", 0);
        create("b", 7);
        create("c", 7);

        ItemPage<String> first = jobPage(Optional.empty(), 2);
        ItemPage<String> second = jobPage(first.next(), 2);

        assertThat(first.items()).containsExactly("c", "b");
        assertThat(second.items()).containsExactly("a");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void jobs_ofAnotherWorkspace_areNotListed() {
        create("a", 0);

        assertThat(jobPages.page(OTHER, Optional.empty(), 2).items()).isEmpty();
    }

    @Test
    void parked_threeByOne_areThreeFullPagesAndAnEmptyOne() {
        park("a", 0);
        park("b", 1);
        park("c", 2);

        ItemPage<Parked> first = parkedPages.page(WORKSPACE, Optional.empty(), 1);
        ItemPage<Parked> second = parkedPages.page(WORKSPACE, first.next(), 1);
        ItemPage<Parked> third = parkedPages.page(WORKSPACE, second.next(), 1);
        ItemPage<Parked> fourth = parkedPages.page(WORKSPACE, third.next(), 1);

        assertThat(List.of(first, second, third))
                .extracting(page -> page.items().getFirst().id())
                .containsExactly("c", "b", "a");
        assertThat(fourth.items()).isEmpty();
        assertThat(fourth.next()).isEmpty();
    }

    @Test
    void cursor_ofAnotherListingOrWorkspace_isRefused() {
        create("a", 0);
        park("a", 0);
        Optional<String> ofJobs = jobPage(Optional.empty(), 1).next();

        assertThat(ofJobs).isPresent();
        assertThatThrownBy(() -> parkedPages.page(WORKSPACE, ofJobs, 1))
                .isInstanceOf(QueryException.class)
                .hasMessage("cursor must be one that this very listing gave");
        assertThatThrownBy(() -> jobPages.page(OTHER, ofJobs, 1))
                .isInstanceOfSatisfying(
                        QueryException.class, e -> assertThat(e.parameter()).isEqualTo("cursor"));
    }

    @Test
    void limit_outside1To100_isRefused() {
        assertThatThrownBy(() -> jobPages.page(WORKSPACE, Optional.empty(), 0))
                .hasMessage("limit must be 1 to 100, got 0");
        assertThatThrownBy(() -> parkedPages.page(WORKSPACE, Optional.empty(), 101))
                .hasMessage("limit must be 1 to 100, got 101");
    }

    private ItemPage<String> jobPage(Optional<String> cursor, int limit) {
        var page = jobPages.page(WORKSPACE, cursor, limit);
        return new ItemPage<>(
                page.items().stream().map(state -> state.job().id()).toList(), page.next());
    }

    private void create(String id, long seconds) {
        jobs.create(
                new Job(id, WORKSPACE, new Task.Pictures("media/acme/"), NOW.plusSeconds(seconds)));
    }

    private void park(String id, long seconds) {
        parked.park(
                new Parked(id, WORKSPACE, "sqs", "$", "is missing", NOW.plusSeconds(seconds), ""));
    }
}
