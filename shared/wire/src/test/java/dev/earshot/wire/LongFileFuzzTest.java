package dev.earshot.wire;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 5,000 spoilt files of each kind, or as many as {@code -Dearshot.fuzz.rounds} says: {@code mvn
 * -Plong -pl shared/wire -am -DargLine=-Dearshot.fuzz.rounds=100000 verify}.
 */
@Tag("long")
class LongFileFuzzTest {
    private static final int ROUNDS = Integer.getInteger("earshot.fuzz.rounds", 5_000);

    @Test
    void files_ofEveryKindSpoiled_areAccountedFor() {
        FileFuzz.run(ROUNDS);
    }
}
