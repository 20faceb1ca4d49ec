package dev.earshot.lambda;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A function's configuration: the only access to the environment. Immutable and thread-safe.
 *
 * <p>A deployed function reads its environment; the embedded cloud, which runs several functions in
 * one JVM, gives each its own map.
 */
public final class Settings {
    private final Function<String, @Nullable String> lookup;

    private Settings(Function<String, @Nullable String> lookup) {
        this.lookup = lookup;
    }

    /** The settings in this process's environment. */
    public static Settings fromEnvironment() {
        return new Settings(System::getenv);
    }

    /** Settings with exactly these values. */
    public static Settings of(Map<String, String> values) {
        return new Settings(Map.copyOf(values)::get);
    }

    /** The value of a setting, empty if unset or blank. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(lookup.apply(name)).filter(value -> !value.isBlank());
    }

    /** The value of a setting that must be there. */
    public String require(String name) {
        return find(name)
                .orElseThrow(
                        () ->
                                new SettingsException(
                                        "setting " + name + " is missing; set it to a value"));
    }

    /** A whole number in a range. */
    public long number(String name, long fallback, long low, long high) {
        Optional<String> text = find(name);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            long value = Long.parseLong(text.get().strip());
            if (value >= low && value <= high) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one message below, which names the value.
        }
        throw new SettingsException(
                "setting "
                        + name
                        + " must be a whole number from "
                        + low
                        + " to "
                        + high
                        + ", got '"
                        + text.get()
                        + "'");
    }
}
