package dev.earshot.usecase.job;

import org.junit.jupiter.api.Tag;

/** The worker's real limits, and files several times as large as the heap. */
@Tag("long")
final class FullBoundedMemoryTest extends BoundedMemory {
    FullBoundedMemoryTest() {
        super(new Scale(64, 8 << 20, 300_000, 200, 200));
    }
}
