package dev.earshot.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;

class OnceTest {
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void get_askedTwice_isMadeOnce() {
        var once = new Once<>(calls::incrementAndGet);

        assertThat(once.made()).isEmpty();
        assertThat(once.get()).isEqualTo(1);
        assertThat(once.get()).isEqualTo(1);
        assertThat(once.made()).contains(1);
    }

    @Test
    void get_afterAFailure_isTriedAgain() {
        var once =
                new Once<>(
                        () -> {
                            if (calls.incrementAndGet() == 1) {
                                throw new IllegalStateException("not yet");
                            }
                            return calls.get();
                        });

        assertThatThrownBy(once::get).hasMessage("not yet");
        assertThat(once.made()).isEmpty();
        assertThat(once.get()).isEqualTo(2);
    }
}
