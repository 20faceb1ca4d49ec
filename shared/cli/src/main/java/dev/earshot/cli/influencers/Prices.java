package dev.earshot.cli.influencers;

import dev.earshot.cli.command.UsageException;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** What creators ask for, by name. Immutable. */
record Prices(Map<String, Double> byName) {
    Prices {
        var plain = new HashMap<String, Double>();
        byName.forEach((name, price) -> plain.put(plain(name), price));
        byName = Map.copyOf(plain);
    }

    /** A name as people write it: {@code @Ann} is {@code ann}. */
    static String plain(String name) {
        String stripped = name.strip().toLowerCase(Locale.ROOT);
        return stripped.startsWith("@") ? stripped.substring(1) : stripped;
    }

    /** The price of one; empty if none was given. */
    OptionalDouble of(String name) {
        Double price = byName.get(plain(name));
        return price == null ? OptionalDouble.empty() : OptionalDouble.of(price);
    }

    /**
     * The same prices.
     *
     * @throws UsageException if one is for somebody who is not on the board, or below 0
     */
    Prices checked(List<BoardLine> board) {
        List<String> names = board.stream().map(line -> plain(line.name())).toList();
        byName.forEach(
                (name, price) -> {
                    if (!names.contains(name)) {
                        throw new UsageException(
                                "--price: no author '"
                                        + name
                                        + "' is on the board; give a name as the board prints it");
                    }
                    if (!(price >= 0 && Double.isFinite(price))) {
                        throw new UsageException(
                                "--price of '" + name + "' must be 0 or more, but got " + price);
                    }
                });
        return this;
    }
}
