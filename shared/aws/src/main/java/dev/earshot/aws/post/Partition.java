package dev.earshot.aws.post;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Disjoint sets of elements (union-find with path halving). Not thread-safe. */
final class Partition<T> {
    private final Map<T, T> parents = new HashMap<>();

    /** Merges the sets of all these elements into one. */
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

    /** The representative of the set that holds the element. */
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
