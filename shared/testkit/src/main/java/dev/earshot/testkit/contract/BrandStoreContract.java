package dev.earshot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Account;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.post.Platform;
import dev.earshot.core.store.BrandStore;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

/** What every {@link BrandStore} must do. Each test uses an empty store. */
public abstract class BrandStoreContract {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");

    /** The store under test, empty. */
    protected abstract BrandStore store();

    @Test
    void catalogue_nothingRegistered_isEmpty() {
        BrandStore store = store();

        assertThat(store.catalogue(WORKSPACE)).isEqualTo(BrandCatalogue.EMPTY);
        assertThat(store.version(WORKSPACE)).isZero();
    }

    @Test
    void brand_put_isReadBackWhole() {
        var brand =
                new Brand(
                        "acme",
                        "Acmé  GmbH 🚀",
                        List.of("ACME", "the coyote's shop"),
                        List.of("@acme"),
                        List.of("#AcmePhone"),
                        List.of("Phone 3", "電話"),
                        List.of("zenith", "Other Corp"),
                        List.of("honesty"),
                        List.of("phone"),
                        List.of("acme"),
                        List.of(
                                new Account(Platform.X, "@acme"),
                                new Account(Platform.FACEBOOK, "Acme Deutschland")));
        BrandStore store = store();
        store.put(WORKSPACE, brand);

        assertThat(store.catalogue(WORKSPACE).brands()).containsExactly(brand);
    }

    @Test
    void catalogue_severalBrands_areSortedById() {
        BrandStore store = store();
        for (String id : List.of("zenith", "acme", "m", "acme-2")) {
            store.put(WORKSPACE, Brand.named(id, id));
        }

        assertThat(store.catalogue(WORKSPACE).brands())
                .extracting(Brand::id)
                .containsExactly("acme", "acme-2", "m", "zenith");
    }

    @Test
    void version_everyChange_raisesIt() {
        BrandStore store = store();
        store.put(WORKSPACE, Brand.named("acme", "Acme"));
        long first = store.version(WORKSPACE);
        store.put(WORKSPACE, Brand.named("acme", "Acme Inc"));
        long second = store.version(WORKSPACE);
        assertThat(store.delete(WORKSPACE, "acme")).isTrue();
        long third = store.version(WORKSPACE);

        assertThat(first).isPositive();
        assertThat(second).isGreaterThan(first);
        assertThat(third).isGreaterThan(second);
        assertThat(store.catalogue(WORKSPACE)).isEqualTo(new BrandCatalogue(third, List.of()));
    }

    @Test
    void touch_betweenChanges_raisesTheVersionAndUndoesNone() {
        BrandStore store = store();
        store.put(WORKSPACE, Brand.named("acme", "Acme"));
        long before = store.version(WORKSPACE);

        store.touch(WORKSPACE);
        store.put(WORKSPACE, Brand.named("acme", "Acme Tools"));
        store.touch(WORKSPACE);

        assertThat(store.version(WORKSPACE)).isEqualTo(before + 3);
        assertThat(store.catalogue(WORKSPACE).brands())
                .containsExactly(Brand.named("acme", "Acme Tools"));
    }

    @Test
    void delete_unknown_changesNothing() {
        BrandStore store = store();
        store.put(WORKSPACE, Brand.named("acme", "Acme"));
        long version = store.version(WORKSPACE);

        assertThat(store.delete(WORKSPACE, "nobody")).isFalse();
        assertThat(store.version(WORKSPACE)).isEqualTo(version);
    }

    @Test
    void brand_otherWorkspace_isNotSeen() {
        BrandStore store = store();
        store.put(WORKSPACE, Brand.named("acme", "Acme"));

        assertThat(store.catalogue(new WorkspaceId("acme2")).brands()).isEmpty();
        assertThat(store.delete(new WorkspaceId("acme2"), "acme")).isFalse();
    }

    @Test
    void brand_tenThousandAliases_isReadBackWholeAndShrinks() {
        List<String> aliases =
                IntStream.range(0, Brand.MAX_TERMS)
                        .mapToObj(i -> "alias number " + Integer.toString(i * 7919, 36))
                        .toList();
        List<String> none = List.of();
        var large = new Brand("big", "Big", aliases, none, none, none, none, none, none, none);
        BrandStore store = store();
        store.put(WORKSPACE, large);
        assertThat(store.catalogue(WORKSPACE).brands()).containsExactly(large);

        store.put(WORKSPACE, Brand.named("big", "Small"));
        assertThat(store.catalogue(WORKSPACE).brands())
                .containsExactly(Brand.named("big", "Small"));
    }
}
