package dev.earshot.engagement.segment;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.MediaRef;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.statistics.Interval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a segment responds to more, or less, than the other people do: the share of its replies,
 * reposts and quotes that go to posts of a topic in a format, divided by that share among the
 * others.
 *
 * @param topic a hashtag; empty for posts without one
 * @param format {@code text}, {@code picture} or {@code clip}
 * @param lift 1 means as much as the others
 * @param interval of the lift, 95 % (Katz and others 1978, of a ratio of two shares)
 */
public record Movement(String topic, String format, double lift, Interval interval) {
    private static final double Z = 1.959963984540054;

    private record Cell(String topic, String format) {}

    /** Responses of a group: by cell, how many and by how many people. */
    private static final class Responses {
        private final Map<Cell, Integer> counts = new HashMap<>();
        private final Map<Cell, Set<Object>> people = new HashMap<>();
        private int all;

        void add(Person person, Cell cell) {
            counts.merge(cell, 1, Integer::sum);
            people.computeIfAbsent(cell, key -> new HashSet<>()).add(person.ref());
        }

        int count(Cell cell) {
            return counts.getOrDefault(cell, 0);
        }

        int people(Cell cell) {
            return people.getOrDefault(cell, Set.of()).size();
        }
    }

    /**
     * Those whose interval leaves 1 out, the clearest first. Of a cell in which fewer than {@value
     * SegmentGuard#K} people of either group responded nothing is told.
     */
    static List<Movement> of(Population people, SegmentRule rule) {
        Map<PostId, PostAnalysis> targets = new HashMap<>();
        people.posts().forEach(post -> targets.put(post.id(), post));
        Set<Object> members = new HashSet<>();
        people.members(rule).forEach(person -> members.add(person.ref()));
        Responses own = new Responses();
        Responses others = new Responses();
        for (Person person : Person.of(people.brandId(), people.posts())) {
            Responses side = members.contains(person.ref()) ? own : others;
            for (PostAnalysis post : person.posts()) {
                for (Reference reference : post.context().references()) {
                    PostAnalysis target = targets.get(reference.target());
                    if (target != null) {
                        side.all++;
                        cells(target).forEach(cell -> side.add(person, cell));
                    }
                }
            }
        }
        List<Movement> movements = new ArrayList<>();
        for (Cell cell : own.counts.keySet()) {
            if (own.people(cell) >= SegmentGuard.K && others.people(cell) >= SegmentGuard.K) {
                Movement movement = of(cell, own, others);
                if (!movement.interval().covers(1)) {
                    movements.add(movement);
                }
            }
        }
        movements.sort(
                Comparator.comparingDouble((Movement each) -> -Math.abs(Math.log(each.lift())))
                        .thenComparing(Movement::topic)
                        .thenComparing(Movement::format));
        return movements;
    }

    private static Movement of(Cell cell, Responses own, Responses others) {
        double one = own.count(cell);
        double other = others.count(cell);
        double lift = one / own.all / (other / others.all);
        double error = Math.sqrt(1 / one - 1.0 / own.all + 1 / other - 1.0 / others.all);
        return new Movement(
                cell.topic(),
                cell.format(),
                lift,
                new Interval(lift * Math.exp(-Z * error), lift * Math.exp(Z * error)));
    }

    private static List<Cell> cells(PostAnalysis post) {
        String format = format(post);
        List<String> topics = post.context().hashtags();
        return (topics.isEmpty() ? List.of("") : topics)
                .stream().map(topic -> new Cell(topic, format)).toList();
    }

    private static String format(PostAnalysis post) {
        if (post.media().isEmpty()) {
            return "text";
        }
        return post.media().stream().allMatch(media -> media.kind() == MediaRef.Kind.IMAGE)
                ? "picture"
                : "clip";
    }
}
