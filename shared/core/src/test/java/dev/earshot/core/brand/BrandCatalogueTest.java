package dev.earshot.core.brand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

final class BrandCatalogueTest {
    private static final BrandCatalogue CATALOGUE =
            new BrandCatalogue(
                    3, List.of(Brand.named("nivaro", "Nivaro"), Brand.named("acme", "Acme")));

    @Test
    void find_idOrName_findsByIdAlone() {
        assertThat(CATALOGUE.find("acme").orElseThrow().name()).isEqualTo("Acme");
        assertThat(CATALOGUE.find("Acme")).isEmpty();
        assertThat(BrandCatalogue.EMPTY.find("acme")).isEmpty();
    }

    @Test
    void ids_severalBrands_keepTheirOrder() {
        assertThat(CATALOGUE.ids()).containsExactly("nivaro", "acme");
    }
}
