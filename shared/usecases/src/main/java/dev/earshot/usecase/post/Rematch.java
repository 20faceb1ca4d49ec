package dev.earshot.usecase.post;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.brand.Mention;
import dev.earshot.core.brand.OwnAccounts;
import dev.earshot.core.count.ContextReading;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.post.Author;
import dev.earshot.core.text.Reading;
import dev.earshot.reading.brand.BrandMatcher;
import dev.earshot.reading.clause.Comparisons;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Matches stored posts again with one brand, and with the competitors that are watched because of
 * it and are no registered brands. Nothing is read by a model. What stood beside an author's words
 * (quoted lines, alt texts) is not kept, so the brands that were found there stay. Thread-safe.
 */
public final class Rematch {
    private final BrandMatcher matcher;
    private final OwnAccounts own;
    private final Set<String> subjects;

    private Rematch(BrandMatcher matcher, OwnAccounts own, Set<String> subjects) {
        this.matcher = matcher;
        this.own = own;
        this.subjects = subjects;
    }

    /**
     * With a brand of a catalogue.
     *
     * @param own the accounts that the catalogue's brands have themselves
     */
    public static Rematch of(BrandCatalogue catalogue, OwnAccounts own, String brandId) {
        return new Rematch(BrandMatcher.of(catalogue), own, subjects(catalogue, brandId));
    }

    private static Set<String> subjects(BrandCatalogue catalogue, String brandId) {
        Set<String> registered = catalogue.ids();
        var subjects = new LinkedHashSet<String>();
        subjects.add(brandId);
        catalogue.find(brandId).stream()
                .flatMap(brand -> brand.competitors().stream())
                .filter(competitor -> !registered.contains(competitor))
                .map(Brand::idOf)
                .filter(id -> !registered.contains(id))
                .forEach(subjects::add);
        return subjects;
    }

    /** The matcher that it goes by. */
    BrandMatcher matcher() {
        return matcher;
    }

    /**
     * How a post is to be attributed; empty if it is so already.
     *
     * @param text its text; empty if it is not kept, then only whose account wrote it is decided
     */
    public Optional<PostChange.Attribute> change(PostAnalysis post, Optional<String> text) {
        List<String> before = of(post.brands());
        List<String> named = text.map(known -> named(post, known)).orElse(before);
        List<String> unread =
                text.map(known -> unread(post, known, named, before))
                        .orElseGet(() -> of(post.context().unread()));
        List<String> mine = of(post.author().map(own::marked).map(Author::ownOf).orElse(List.of()));
        List<String> mineBefore = of(post.author().map(Author::ownOf).orElse(List.of()));
        return named.equals(before)
                        && mine.equals(mineBefore)
                        && unread.equals(of(post.context().unread()))
                ? Optional.empty()
                : Optional.of(
                        new PostChange.Attribute(
                                post.id(),
                                post.revision(),
                                List.copyOf(subjects),
                                named,
                                unread,
                                mine));
    }

    private List<String> of(List<String> brands) {
        return brands.stream().filter(subjects::contains).sorted().toList();
    }

    private List<String> named(PostAnalysis post, String text) {
        var named = new LinkedHashSet<String>();
        matcher.mentions(text).stream().map(Mention::brandId).forEach(named::add);
        post.context().beside().map(ContextReading::brands).ifPresent(named::addAll);
        return of(List.copyOf(named));
    }

    /**
     * Of several brands, or of one that is compared, a model has to read what is said of each. A
     * post's whole verdict says nothing of a brand that joins them; one that the post was read with
     * keeps what was read.
     */
    private List<String> unread(
            PostAnalysis post, String text, List<String> named, List<String> before) {
        Set<String> all =
                matcher.mentions(text).stream().map(Mention::brandId).collect(Collectors.toSet());
        boolean each = all.size() > 1 || Comparisons.in(text);
        return named.stream()
                .filter(
                        brand ->
                                post.context().unread().contains(brand)
                                        || (each
                                                && !before.contains(brand)
                                                && all.contains(brand)
                                                && !isRead(post, brand)))
                .toList();
    }

    private static boolean isRead(PostAnalysis post, String brand) {
        return !(post.reading() instanceof Reading.Read read)
                || read.targets().stream().anyMatch(target -> target.name().equals(brand));
    }
}
