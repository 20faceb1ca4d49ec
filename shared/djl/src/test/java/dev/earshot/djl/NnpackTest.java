package dev.earshot.djl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NnpackTest {
    /** The names of the switch are libtorch's own and may change with its version. */
    @Test
    void switchOffIfUnsupported_withThisLibtorch_findsTheSwitch() {
        assertThat(Nnpack.switchOffIfUnsupported()).isTrue();
    }
}
