package dev.earshot.usecase.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.Mention;
import dev.earshot.testkit.store.InMemoryBrandStore;

import org.junit.jupiter.api.Test;

final class BrandsTest {
    private static final WorkspaceId ACME = new WorkspaceId("acme");
    private static final WorkspaceId RIVAL = new WorkspaceId("rival");

    private final CountedBrands store = new CountedBrands(new InMemoryBrandStore());
    private final Brands brands = new Brands(store);

    @Test
    void matcher_whileNothingChanges_isCompiledOnce() {
        store.put(ACME, Brand.named("cola", "Acme Cola"));

        assertThat(brands.matcher(ACME)).isSameAs(brands.matcher(ACME));
        assertThat(store.catalogues).hasValue(1);
        assertThat(store.versions).hasValue(2);
    }

    @Test
    void matcher_afterABrandWasAdded_findsIt() {
        store.put(ACME, Brand.named("cola", "Acme Cola"));
        assertThat(brands.matcher(ACME).mentions("Fizzle or Acme Cola"))
                .extracting(Mention::brandId)
                .containsExactly("cola");
        store.put(ACME, Brand.named("fizzle", "Fizzle"));

        assertThat(brands.matcher(ACME).mentions("Fizzle or Acme Cola"))
                .extracting(Mention::brandId)
                .containsExactlyInAnyOrder("fizzle", "cola");
    }

    @Test
    void matcher_ofAnotherWorkspace_knowsNoneOfTheBrands() {
        store.put(ACME, Brand.named("cola", "Acme Cola"));
        assertThat(brands.matcher(ACME).mentions("Acme Cola")).hasSize(1);

        assertThat(brands.matcher(RIVAL).mentions("Acme Cola")).isEmpty();
    }

    @Test
    void of_withoutALogoStore_hasNoLogos() {
        store.put(ACME, Brand.named("cola", "Acme Cola"));

        assertThat(brands.of(ACME).logos()).isEmpty();
        assertThat(store.versions).hasValue(1);
    }
}
