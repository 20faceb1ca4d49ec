package dev.earshot.engagement.segment;

import dev.earshot.core.count.PostAnalysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The people who spoke of a brand lately, as they were at the beginning of a day. Thread-safe. */
public final class Population {
    private final String brandId;
    private final LocalDate day;
    private final boolean whole;
    private final List<PostAnalysis> posts;
    private final List<Person> people;
    private final Map<SegmentRule, List<Person>> members = new ConcurrentHashMap<>();

    /**
     * @param day at whose beginning (UTC) they are counted
     * @param whole false if there were too many posts to read all
     */
    public Population(String brandId, LocalDate day, boolean whole, List<PostAnalysis> posts) {
        this.brandId = brandId;
        this.day = day;
        this.whole = whole;
        this.posts = List.copyOf(posts);
        this.people = Person.of(brandId, posts);
    }

    String brandId() {
        return brandId;
    }

    LocalDate day() {
        return day;
    }

    boolean whole() {
        return whole;
    }

    List<PostAnalysis> posts() {
        return posts;
    }

    int size() {
        return people.size();
    }

    List<Person> members(SegmentRule rule) {
        return members.computeIfAbsent(rule, key -> people.stream().filter(key::takes).toList());
    }

    long inBoth(SegmentRule one, SegmentRule other) {
        return members(one).stream().filter(other::takes).count();
    }
}
