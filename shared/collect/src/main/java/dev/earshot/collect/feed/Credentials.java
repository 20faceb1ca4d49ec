package dev.earshot.collect.feed;

import java.util.Optional;

/** The credentials that the operator gave, by name. Thread-safe. */
@FunctionalInterface
public interface Credentials {
    Optional<Credential> named(String name);
}
