package dev.earshot.engagement.cases;

import dev.earshot.core.Checks;
import dev.earshot.core.FieldException;
import dev.earshot.core.post.Platform;

import java.util.List;
import java.util.regex.Pattern;

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
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    public Team {
        if (!ID.matcher(id).matches()) {
            throw new FieldException(
                    "id",
                    "must be 1 to 64 of a-z 0-9 - _ and begin with a letter or digit, got '"
                            + id.substring(0, Math.min(80, id.length()))
                            + "'");
        }
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
