package dev.earshot.usecase.job;

/** A little heap and files a little larger. */
final class BoundedMemoryTest extends BoundedMemory {
    BoundedMemoryTest() {
        super(new Scale(28, 1 << 18, 8_000, 4_000, 32));
    }
}
