package dev.earshot.wire;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 100,000 spoilt files of each kind: {@code mvn -Plong -pl shared/wire -am verify}. */
@Tag("long")
class LongFileFuzzTest {
    private static final int ROUNDS = 100_000;

    @Test
    void files_ofEveryKindSpoiled_areAccountedFor() {
        FileFuzz.run(ROUNDS);
    }
}
