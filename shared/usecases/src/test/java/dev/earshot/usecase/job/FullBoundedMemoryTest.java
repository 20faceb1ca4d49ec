package dev.earshot.usecase.job;

import org.junit.jupiter.api.Tag;

/** A worker's own limits, and files several times the heap. */
@Tag("long")
final class FullBoundedMemoryTest extends BoundedMemory {
    FullBoundedMemoryTest() {
        super(new Scale(64, 8 << 20, 300_000, 200, 200));
    }
}
