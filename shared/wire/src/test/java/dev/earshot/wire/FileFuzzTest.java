package dev.earshot.wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class FileFuzzTest {
    private static final int ROUNDS = 1_000;

    @Test
    void files_ofEveryKindSpoiled_areAccountedFor() {
        FileFuzz.run(ROUNDS);
    }
}
