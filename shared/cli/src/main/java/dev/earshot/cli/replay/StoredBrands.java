package dev.earshot.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.reading.brand.BrandMatcher;
import dev.earshot.wire.api.ApiJson;
import dev.earshot.wire.json.Parsed;

import java.util.ArrayList;
import java.util.List;

/** The brands of a workspace as the API lists them. Stateless. */
final class StoredBrands {
    private StoredBrands() {}

    /**
     * Finds these brands in texts.
     *
     * @throws IllegalStateException if the API lists a brand that it would not take
     */
    static BrandMatcher matcher(JsonNode brands) {
        List<Brand> known = new ArrayList<>();
        for (JsonNode each : brands) {
            switch (ApiJson.brand(each.path("id").asText(), each.toString())) {
                case Parsed.Value<Brand>(Brand brand) -> known.add(brand);
                case Parsed.Errors<Brand> wrong ->
                        throw new IllegalStateException(
                                "the brand "
                                        + each.path("id").asText()
                                        + " can't be read back: "
                                        + wrong.errors().getFirst().reason());
            }
        }
        return BrandMatcher.of(new BrandCatalogue(1, known));
    }
}
