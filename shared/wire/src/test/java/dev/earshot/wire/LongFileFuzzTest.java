package dev.earshot.wire;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 5,000 spoilt files of each kind, or as many as {@code -Dearshot.fuzz.rounds} says: {@code mvn
 * -Plong -pl shared/wire -am -DargLine=-Dearshot.fuzz.rounds=100000 verify}.
 */
@Tag("long")
class LongFileFuzzTest {
    private static final int ROUNDS = Integer.getInteger("earshot.fuzz.rounds", 5_000);

    @ParameterizedTest
    @MethodSource("dev.earshot.wire.FileFuzz#kinds")
    void files_ofAKindSpoiled_areAccountedFor(String kind) {
        FileFuzz.run(kind, ROUNDS);
    }
}
