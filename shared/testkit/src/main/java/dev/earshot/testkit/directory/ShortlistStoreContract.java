package dev.earshot.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.influence.shortlist.ShortlistStore;
import dev.earshot.influence.shortlist.Shortlisted;

import org.junit.jupiter.api.Test;

import java.time.Instant;

/** What every {@link ShortlistStore} must do. Each test uses an empty store. */
public abstract class ShortlistStoreContract {
    private static final WorkspaceId ACME = new WorkspaceId("acme");
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final AuthorRef ANN = new AuthorRef("a".repeat(32));
    private static final AuthorRef BEN = new AuthorRef("b".repeat(32));

    /** The store under test; the same in one test. */
    protected abstract ShortlistStore store();

    private static Shortlisted entry(String list, AuthorRef author, String note) {
        return new Shortlisted(list, author, note, "key 1", NOON);
    }

    @Test
    void put_authorsOnLists_areReadByListAndTogether() {
        Shortlisted ben = entry("spring", BEN, "funny");
        Shortlisted ann = entry("spring", ANN, "");
        Shortlisted other = entry("spring-2", ANN, "in case");
        store().put(ACME, ben);
        store().put(ACME, ann);
        store().put(ACME, other);
        store().put(new WorkspaceId("rival"), entry("spring", ANN, "theirs"));

        assertThat(store().of(ACME, "spring")).containsExactly(ann, ben);
        assertThat(store().all(ACME)).containsExactlyInAnyOrder(ann, ben, other);
        assertThat(store().of(ACME, "autumn")).isEmpty();
    }

    @Test
    void put_again_keepsTheNewNote() {
        store().put(ACME, entry("spring", ANN, "first"));
        store().put(ACME, entry("spring", ANN, "second"));

        assertThat(store().of(ACME, "spring")).containsExactly(entry("spring", ANN, "second"));
    }

    @Test
    void remove_once_leavesTheOtherListsAlone() {
        store().put(ACME, entry("spring", ANN, ""));
        store().put(ACME, entry("autumn", ANN, ""));

        assertThat(store().remove(ACME, "spring", ANN)).isTrue();
        assertThat(store().remove(ACME, "spring", ANN)).isFalse();
        assertThat(store().all(ACME)).containsExactly(entry("autumn", ANN, ""));
    }

    @Test
    void forget_author_isOnNoListOfThatWorkspace() {
        store().put(ACME, entry("spring", ANN, "x"));
        store().put(ACME, entry("autumn", ANN, "y"));
        store().put(ACME, entry("autumn", BEN, "z"));
        store().put(new WorkspaceId("rival"), entry("spring", ANN, "theirs"));

        store().forget(ACME, ANN);

        assertThat(store().all(ACME)).containsExactly(entry("autumn", BEN, "z"));
        assertThat(store().all(new WorkspaceId("rival"))).hasSize(1);
    }
}
