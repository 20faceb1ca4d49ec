package dev.earshot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.picture.LogoReference;
import dev.earshot.core.store.LogoStore;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

/** What every {@link LogoStore} must do. Each test uses an empty store. */
public abstract class LogoStoreContract {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");

    /** The store under test, empty. */
    protected abstract LogoStore store();

    @Test
    void references_thatWerePut_areReadBackInOrder() {
        LogoStore store = store();
        List<byte[]> pictures =
                List.of(picture(1, 10), picture(2, LogoStore.MAX_BYTES), picture(3, 1));

        store.put(WORKSPACE, "fernlight", pictures);

        List<LogoReference> read = store.get(WORKSPACE, "fernlight");
        assertThat(read).extracting(LogoReference::picture).containsExactlyElementsOf(pictures);
        assertThat(read).extracting(LogoReference::brandId).containsOnly("fernlight");
        assertThat(read).extracting(LogoReference::id).doesNotHaveDuplicates();
    }

    @Test
    void reference_ofTheSamePicture_hasTheSameIdAnywhere() {
        LogoStore store = store();
        store.put(WORKSPACE, "a", List.of(picture(1, 10)));
        store.put(WORKSPACE, "b", List.of(picture(2, 10), picture(1, 10)));

        assertThat(store.get(WORKSPACE, "b").getLast().id())
                .isEqualTo(store.get(WORKSPACE, "a").getFirst().id())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void put_again_replacesAll() {
        LogoStore store = store();
        store.put(WORKSPACE, "a", List.of(picture(1, 10), picture(2, 10)));

        store.put(WORKSPACE, "a", List.of(picture(3, 10)));

        assertThat(store.get(WORKSPACE, "a"))
                .extracting(LogoReference::picture)
                .containsExactly(picture(3, 10));
    }

    @Test
    void get_ofWhatIsNotThere_isEmpty() {
        LogoStore store = store();
        store.put(WORKSPACE, "a", List.of(picture(1, 10)));

        assertThat(store.get(WORKSPACE, "ab")).isEmpty();
        assertThat(store.get(new WorkspaceId("acme2"), "a")).isEmpty();
    }

    @Test
    void delete_forgetsThatBrandAlone() {
        LogoStore store = store();
        store.put(WORKSPACE, "a", List.of(picture(1, 10)));
        store.put(WORKSPACE, "b", List.of(picture(2, 10)));

        store.delete(WORKSPACE, "a");
        store.delete(WORKSPACE, "never-there");

        assertThat(store.get(WORKSPACE, "a")).isEmpty();
        assertThat(store.get(WORKSPACE, "b")).hasSize(1);
    }

    @Test
    void put_ofTooManyOrNone_isRefused() {
        LogoStore store = store();

        assertThatThrownBy(() -> store.put(WORKSPACE, "a", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                store.put(
                                        WORKSPACE,
                                        "a",
                                        java.util.Collections.nCopies(
                                                LogoStore.MAX_PICTURES + 1, picture(1, 10))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] picture(int seed, int bytes) {
        byte[] picture = new byte[bytes];
        new Random(seed).nextBytes(picture);
        return picture;
    }
}
