package dev.earshot.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContainerAccessTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.0.0.0 | not the address of a private network",
                ":: | not the address of a private network",
                "198.51.100.7 | not the address of a private network",
                "localhost | is not an IP address",
                "172.31.255.254 | is not an address of this machine"
            })
    void address_thatOthersReachOrThatIsNotHere_isRefused(String address, String reason) {
        assertThatThrownBy(() -> ContainerAccess.open(address, new StackState.Ports(1, 2, 3), 4))
                .isInstanceOf(StackException.class)
                .hasMessageContaining(address)
                .hasMessageContaining(reason);
    }
}
