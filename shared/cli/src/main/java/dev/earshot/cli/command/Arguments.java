package dev.earshot.cli.command;

import org.jspecify.annotations.Nullable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options of one command, each of which takes a value. */
public final class Arguments {
    private static final int HIGHEST_PORT = 65_535;

    private final Map<String, String> values = new HashMap<>();

    /** Reads {@code --name value} and {@code --name=value}; anything else is refused. */
    public Arguments(String command, List<String> arguments, Set<String> known) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!known.contains(name)) {
                throw new UsageException(
                        "unknown "
                                + (name.startsWith("-") ? "option " : "argument ")
                                + name
                                + " for '"
                                + command
                                + "'; see './earshot --help'");
            }
            String value;
            if (equals >= 0) {
                value = argument.substring(equals + 1);
            } else if (++i < arguments.size()) {
                value = arguments.get(i);
            } else {
                throw new UsageException(name + " needs a value; see './earshot --help'");
            }
            if (value.isBlank()) {
                throw new UsageException(name + " needs a value; see './earshot --help'");
            }
            if (values.put(name, value) != null) {
                throw new UsageException(name + " is given twice");
            }
        }
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public Path folder(String name, Path otherwise) {
        @Nullable String value = values.get(name);
        try {
            return value == null ? otherwise : Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new UsageException(name + " must be a folder, but got '" + value + "'");
        }
    }

    /** A port, or empty. */
    public Optional<Integer> port(String name) {
        return text(name)
                .map(
                        value -> {
                            try {
                                int port = Integer.parseInt(value);
                                if (port >= 0 && port <= HIGHEST_PORT) {
                                    return port;
                                }
                            } catch (NumberFormatException e) {
                                // Falls through to the one message below, which names the value.
                            }
                            throw new UsageException(
                                    name
                                            + " must be a number from 0 to 65535, but got '"
                                            + value
                                            + "'");
                        });
    }
}
