package dev.earshot.tracktrends;

import dev.earshot.core.Parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Works on several brands at once, since each waits for the table most of its time. Stateless. */
final class SideBySide {
    private SideBySide() {}

    /** What came of an item: a result, or why there is none. */
    private record Ended<R>(Optional<R> result, Optional<RuntimeException> failure) {}

    /**
     * What came of each item, in their order; those that failed are left out.
     *
     * @param failed is told of each failure, by the calling thread
     */
    static <T, R> List<R> each(
            List<T> items, Function<T, R> part, Consumer<RuntimeException> failed) {
        List<R> results = new ArrayList<>();
        for (Ended<R> ended : Parallel.map(items, item -> SideBySide.<T, R>end(item, part))) {
            ended.failure().ifPresent(failed);
            ended.result().ifPresent(results::add);
        }
        return results;
    }

    private static <T, R> Ended<R> end(T item, Function<T, R> part) {
        try {
            return new Ended<>(Optional.of(part.apply(item)), Optional.empty());
        } catch (RuntimeException e) {
            return new Ended<>(Optional.empty(), Optional.of(e));
        } catch (Error e) {
            return new Ended<>(
                    Optional.empty(),
                    Optional.of(new IllegalStateException("a brand was not judged", e)));
        }
    }
}
