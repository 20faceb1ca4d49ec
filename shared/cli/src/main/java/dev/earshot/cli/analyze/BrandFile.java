package dev.earshot.cli.analyze;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.cli.command.UsageException;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.wire.api.ApiJson;
import dev.earshot.wire.json.Parsed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads brands from a JSON file, in the API's format. Stateless. */
public final class BrandFile {
    private BrandFile() {}

    /**
     * The brands in a file; none if no file is given.
     *
     * @throws UsageException if it does not hold a list of brands
     */
    public static BrandCatalogue read(Optional<Path> given) throws IOException {
        if (given.isEmpty()) {
            return BrandCatalogue.EMPTY;
        }
        Path file = given.get();
        JsonNode list;
        try {
            list = new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new UsageException(file + " is not JSON: " + e.getOriginalMessage());
        }
        if (list == null || !list.isArray()) {
            throw new UsageException(file + " must hold a JSON array of brands");
        }
        List<Brand> brands = new ArrayList<>();
        for (JsonNode each : list) {
            String id = each.path("id").asText(Brand.idOf(each.path("name").asText("")));
            switch (ApiJson.brand(id, each.toString())) {
                case Parsed.Value<Brand>(Brand brand) -> {
                    if (brands.stream().anyMatch(b -> b.id().equals(brand.id()))) {
                        throw new UsageException(
                                file
                                        + ": ["
                                        + brands.size()
                                        + "].id is '"
                                        + brand.id()
                                        + "', which the list already holds; give each brand its own"
                                        + " id");
                    }
                    brands.add(brand);
                }
                case Parsed.Errors<Brand> wrong ->
                        throw new UsageException(
                                file
                                        + ": ["
                                        + brands.size()
                                        + "]."
                                        + wrong.errors().getFirst().path()
                                        + " "
                                        + wrong.errors().getFirst().reason());
            }
        }
        return new BrandCatalogue(1, brands);
    }
}
