package dev.earshot.engagement.cases;

import dev.earshot.core.Checks;
import dev.earshot.core.post.Platform;

import java.util.List;

/**
 * A team, and the cases that are routed to it: those that fit every list that is not empty.
 *
 * @param id 1 to 64 of {@code a-z 0-9 - _}
 * @param languages BCP-47 tags of the posts
 */
public record Team(
        String id,
        String name,
        List<String> brands,
        List<Platform> platforms,
        List<String> languages,
        List<CaseKind> kinds) {
    public Team {
        Checks.id("id", id);
        Checks.name("name", name, CaseEvent.MAX_NAME);
        brands = List.copyOf(brands);
        platforms = List.copyOf(platforms);
        languages = List.copyOf(languages);
        kinds = List.copyOf(kinds);
    }

    boolean takes(CaseKind kind, List<String> about, Platform platform, String language) {
        return (kinds.isEmpty() || kinds.contains(kind))
                && (brands.isEmpty() || brands.stream().anyMatch(about::contains))
                && (platforms.isEmpty() || platforms.contains(platform))
                && (languages.isEmpty() || languages.contains(language));
    }
}
