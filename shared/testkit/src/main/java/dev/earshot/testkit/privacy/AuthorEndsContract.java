package dev.earshot.testkit.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorEnd;
import dev.earshot.core.author.AuthorEnd.Reason;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.store.AuthorEnds;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What every {@link AuthorEnds} must do. Each test uses an empty store. */
public abstract class AuthorEndsContract {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final WorkspaceId OTHER = new WorkspaceId("acme2");
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final ErasureMark ANN = mark(1);
    private static final ErasureMark BEN = mark(2);

    /** The store under test, empty. */
    protected abstract AuthorEnds store();

    private static ErasureMark mark(int number) {
        return ErasureMark.of(new AuthorRef("%032x".formatted(number)));
    }

    private static AuthorEnd end(ErasureMark author, Instant at, Reason reason) {
        return new AuthorEnd(author, at, reason);
    }

    @Test
    void version_beforeAnyMark_isZeroAndGrowsWithEach() {
        AuthorEnds store = store();
        assertThat(store.version(WORKSPACE)).isZero();

        store.end(WORKSPACE, end(ANN, NOON, Reason.PLATFORM));
        long first = store.version(WORKSPACE);
        store.end(WORKSPACE, end(ANN, NOON, Reason.PLATFORM));

        assertThat(first).isPositive();
        assertThat(store.version(WORKSPACE)).isGreaterThan(first);
        assertThat(store.version(OTHER)).isZero();
    }

    @Test
    void ended_amongMany_areThoseThatWereMarkedInThatWorkspace() {
        AuthorEnds store = store();
        store.end(WORKSPACE, end(ANN, NOON, Reason.PLATFORM));
        store.end(OTHER, end(BEN, NOON, Reason.REQUEST));
        List<ErasureMark> many =
                IntStream.range(0, 250).mapToObj(AuthorEndsContract::mark).toList();

        assertThat(store.ended(WORKSPACE, many)).containsExactly(ANN);
        assertThat(store.ended(OTHER, many)).containsExactly(BEN);
        assertThat(store.ended(WORKSPACE, List.of())).isEmpty();
    }

    @Test
    void restore_ofAPlatform_liftsItsEarlierEndAndLosesToALaterOne() {
        AuthorEnds store = store();
        store.end(WORKSPACE, end(ANN, NOON, Reason.PLATFORM));
        store.restore(WORKSPACE, ANN, NOON.plusSeconds(60), Reason.PLATFORM);
        assertThat(store.ended(WORKSPACE, List.of(ANN))).isEmpty();

        store.end(WORKSPACE, end(ANN, NOON.plusSeconds(30), Reason.PLATFORM));
        assertThat(store.ended(WORKSPACE, List.of(ANN))).isEmpty();

        store.end(WORKSPACE, end(ANN, NOON.plusSeconds(90), Reason.PLATFORM));
        assertThat(store.ended(WORKSPACE, List.of(ANN))).containsExactly(ANN);

        store.restore(WORKSPACE, ANN, NOON.plusSeconds(80), Reason.PLATFORM);
        assertThat(store.ended(WORKSPACE, List.of(ANN))).containsExactly(ANN);
    }

    @Test
    void restore_whereNothingEnded_keepsNothing() {
        AuthorEnds store = store();
        store.restore(WORKSPACE, ANN, NOON.plusSeconds(60), Reason.PLATFORM);
        store.end(WORKSPACE, end(ANN, NOON, Reason.PLATFORM));

        assertThat(store.ended(WORKSPACE, List.of(ANN))).containsExactly(ANN);
    }

    @Test
    void request_standsWhateverThePlatformRestores_andGoesWhenItIsRevoked() {
        AuthorEnds store = store();
        store.end(WORKSPACE, end(ANN, NOON, Reason.REQUEST));
        store.end(WORKSPACE, end(ANN, NOON, Reason.PLATFORM));
        store.restore(WORKSPACE, ANN, NOON.plusSeconds(60), Reason.PLATFORM);
        assertThat(store.ended(WORKSPACE, List.of(ANN))).containsExactly(ANN);

        store.restore(WORKSPACE, ANN, NOON.plusSeconds(61), Reason.REQUEST);
        assertThat(store.ended(WORKSPACE, List.of(ANN))).isEmpty();
    }

    @Test
    void open_afterAnEnd_namesWhatIsLeftUntilItIsSettled() {
        AuthorEnds store = store();
        store.end(WORKSPACE, end(ANN, NOON, Reason.PLATFORM));
        store.leave(WORKSPACE, ANN, Set.of("media/acme/a.jpg"));
        store.leave(WORKSPACE, ANN, Set.of("media/acme/b.jpg"));
        store.end(WORKSPACE, end(ANN, NOON.plusSeconds(1), Reason.REQUEST));
        store.end(WORKSPACE, end(BEN, NOON, Reason.REQUEST));

        assertThat(store.open(WORKSPACE))
                .containsExactlyInAnyOrder(
                        new AuthorEnds.Open(ANN, Set.of("media/acme/a.jpg", "media/acme/b.jpg")),
                        new AuthorEnds.Open(BEN, Set.of()));
        assertThat(store.open(OTHER)).isEmpty();

        store.settle(WORKSPACE, ANN);
        assertThat(store.open(WORKSPACE)).containsExactly(new AuthorEnds.Open(BEN, Set.of()));
        assertThat(store.ended(WORKSPACE, List.of(ANN))).containsExactly(ANN);
    }
}
