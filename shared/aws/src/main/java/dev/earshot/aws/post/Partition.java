package dev.earshot.aws.post;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Joins elements into disjoint sets (union-find with path halving). Not thread-safe. */
final class Partition<T> {
    private final Map<T, T> parents = new HashMap<>();

    /** Puts all elements, and whatever they are joined with already, into one set. */
    void join(Collection<T> elements) {
        T first = null;
        for (T element : elements) {
            T root = of(element);
            if (first == null) {
                first = root;
            } else {
                parents.put(root, first);
            }
        }
    }

    /** The element that stands for the set of this one. */
    T of(T element) {
        T at = element;
        while (true) {
            T parent = parents.getOrDefault(at, at);
            if (parent.equals(at)) {
                return at;
            }
            T next = parents.getOrDefault(parent, parent);
            parents.put(at, next);
            at = next;
        }
    }
}
