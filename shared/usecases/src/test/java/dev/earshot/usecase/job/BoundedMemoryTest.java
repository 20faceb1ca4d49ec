package dev.earshot.usecase.job;

/** A small heap, and files slightly larger than it. */
final class BoundedMemoryTest extends BoundedMemory {
    BoundedMemoryTest() {
        super(new Scale(28, 1 << 18, 8_000, 4_000, 32));
    }
}
