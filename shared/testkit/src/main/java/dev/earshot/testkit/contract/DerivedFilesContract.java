package dev.earshot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.DerivedFiles;

import org.junit.jupiter.api.Test;

/** What every {@link DerivedFiles} must do. Each test uses an empty store. */
public abstract class DerivedFilesContract {
    private static final WorkspaceId ACME = new WorkspaceId("acme");
    private static final String KEY = "media/a b+c#\u00e9🚀.mp4";

    /** The store under test, empty. */
    protected abstract DerivedFiles store();

    @Test
    void file_put_isReadBackAndReplaced() {
        DerivedFiles store = store();
        store.put(ACME, KEY, "sheet.jpg", new byte[] {1, 2});
        store.put(ACME, KEY, "sheet.jpg", new byte[] {3});

        assertThat(store.get(ACME, KEY, "sheet.jpg").orElseThrow()).containsExactly(3);
    }

    @Test
    void file_unknown_isEmpty() {
        DerivedFiles store = store();
        store.put(ACME, KEY, "sheet.jpg", new byte[] {1});

        assertThat(store.get(ACME, KEY, "other.jpg")).isEmpty();
        assertThat(store.get(ACME, "media/other", "sheet.jpg")).isEmpty();
        assertThat(store.get(new WorkspaceId("acme2"), KEY, "sheet.jpg")).isEmpty();
    }

    @Test
    void delete_removesAllOfOneFile() {
        DerivedFiles store = store();
        store.put(ACME, KEY, "a", new byte[] {1});
        store.put(ACME, KEY, "b", new byte[] {2});
        store.put(ACME, KEY + "2", "a", new byte[] {3});

        store.delete(ACME, KEY);
        store.delete(ACME, KEY);

        assertThat(store.get(ACME, KEY, "a")).isEmpty();
        assertThat(store.get(ACME, KEY, "b")).isEmpty();
        assertThat(store.get(ACME, KEY + "2", "a")).isPresent();
    }
}
