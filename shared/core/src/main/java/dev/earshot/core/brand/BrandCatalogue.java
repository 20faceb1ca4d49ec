package dev.earshot.core.brand;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All brands of one workspace at one moment.
 *
 * @param version grows with every change; equal versions mean equal brands
 */
public record BrandCatalogue(long version, List<Brand> brands) {
    /** A workspace that has registered nothing yet. */
    public static final BrandCatalogue EMPTY = new BrandCatalogue(0, List.of());

    public BrandCatalogue {
        brands = List.copyOf(brands);
    }

    /** The registered brand of this id; empty if there is none. */
    public Optional<Brand> find(String id) {
        return brands.stream().filter(brand -> brand.id().equals(id)).findFirst();
    }

    /** The ids of the registered brands, in their order. */
    public Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        brands.forEach(brand -> ids.add(brand.id()));
        return Collections.unmodifiableSet(ids);
    }

    /**
     * The brands that posts are attributed to: those registered, and every competitor that is not
     * the id of one of them, as a brand known by its name alone under {@link Brand#idOf}. A
     * registered brand under that id stands for the competitor.
     */
    public List<Brand> watched() {
        Map<String, Brand> watched = new LinkedHashMap<>();
        brands.forEach(brand -> watched.put(brand.id(), brand));
        for (Brand brand : brands) {
            for (String competitor : brand.competitors()) {
                String id = watched.containsKey(competitor) ? competitor : Brand.idOf(competitor);
                watched.computeIfAbsent(id, absent -> Brand.named(absent, competitor));
            }
        }
        return List.copyOf(watched.values());
    }

    /**
     * A brand's competitors, without itself: registered brands by id, others as they are watched,
     * under the id of their name.
     *
     * @return names by id, in the brand's order
     */
    public Map<String, String> competitors(Brand brand) {
        Map<String, String> rivals = new LinkedHashMap<>();
        for (String competitor : brand.competitors()) {
            Optional<Brand> registered = find(competitor);
            String id = registered.map(Brand::id).orElseGet(() -> Brand.idOf(competitor));
            if (!id.equals(brand.id())) {
                rivals.putIfAbsent(
                        id, registered.or(() -> find(id)).map(Brand::name).orElse(competitor));
            }
        }
        return rivals;
    }
}
