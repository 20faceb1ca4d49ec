package dev.earshot.wire;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(300)
class FileFuzzTest {
    private static final int ROUNDS = 1_000;

    @ParameterizedTest
    @MethodSource("dev.earshot.wire.FileFuzz#kinds")
    void files_ofAKindSpoiled_areAccountedFor(String kind) {
        FileFuzz.run(kind, ROUNDS);
    }
}
