package dev.earshot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.SealedText;
import dev.earshot.core.store.StoreException;
import dev.earshot.core.store.TextVault;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What every {@link TextVault} must do. */
public abstract class TextVaultContract {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");

    /** The vault under test. */
    protected abstract TextVault vault();

    @Test
    void texts_sealed_areOpenedOneByOne() {
        TextVault vault = vault();
        List<String> texts =
                List.of("good coffee", "", "\u00e9\u0301 🚀 \u0647\u0645", "x".repeat(100_000));
        List<SealedText> sealed = vault.seal(WORKSPACE, texts);

        assertThat(sealed).hasSameSizeAs(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(vault.open(sealed.get(i))).contains(texts.get(i));
        }
    }

    @Test
    void texts_none_needNoObject() {
        assertThat(vault().seal(WORKSPACE, List.of())).isEmpty();
    }

    @Test
    void keys_ofOneBatch_differ() {
        List<SealedText> sealed = vault().seal(WORKSPACE, List.of("same", "same"));

        assertThat(sealed.get(0).key()).isNotEqualTo(sealed.get(1).key());
        assertThat(sealed.get(0).object()).isEqualTo(sealed.get(1).object());
    }

    @Test
    void text_otherKey_staysClosed() {
        TextVault vault = vault();
        List<SealedText> sealed = vault.seal(WORKSPACE, List.of("one", "two"));
        SealedText first = sealed.get(0);
        var wrong =
                new SealedText(first.object(), first.offset(), first.length(), sealed.get(1).key());

        assertThatThrownBy(() -> vault.open(wrong)).isInstanceOf(StoreException.class);
    }

    @Test
    void text_objectGone_isEmpty() {
        TextVault vault = vault();
        SealedText sealed = vault.seal(WORKSPACE, List.of("one")).getFirst();
        var elsewhere =
                new SealedText(
                        sealed.object() + "0", sealed.offset(), sealed.length(), sealed.key());

        assertThat(vault.open(elsewhere)).isEmpty();
    }
}
