package dev.earshot.lambda;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Supplier;

/** Something that is made when it is first asked for; again only after that failed. Thread-safe. */
public final class Once<T> implements Supplier<T> {
    private final Supplier<T> make;
    private volatile @Nullable T made;

    public Once(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public T get() {
        T known = made;
        return known == null ? make() : known;
    }

    /** What was made; empty if nobody has asked yet. */
    public Optional<T> made() {
        return Optional.ofNullable(made);
    }

    private synchronized T make() {
        T known = made;
        if (known == null) {
            known = make.get();
            made = known;
        }
        return known;
    }
}
