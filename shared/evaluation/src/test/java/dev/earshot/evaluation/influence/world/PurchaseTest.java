package dev.earshot.evaluation.influence.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurchaseTest {
    @ParameterizedTest
    @CsvSource({"3, 10", "99, 50", "100, 100", "240, 100", "260, 250", "49999, 25000"})
    void sold_isTheLargestRoundNumberThatIsNotMore(double wanted, double sold) {
        assertThat(Purchase.sold(wanted)).isEqualTo(sold);
    }

    @Test
    void at_twoStepsAtOnce_addsEachFromItsDay() {
        var steps = new Purchase(new int[] {10, 20}, 100, 0, 0);

        assertThat(steps.at(9.9)).isZero();
        assertThat(steps.at(10)).isEqualTo(100);
        assertThat(steps.at(20)).isEqualTo(200);
    }

    /** Half have come after two of four days; ln 2 a hundred days later half are gone. */
    @Test
    void at_deliveryOverDays_comesByAndByAndIsPartlyLost() {
        assertThat(new Purchase(new int[] {10}, 100, 4, 0).at(12)).isEqualTo(50);
        assertThat(new Purchase(new int[] {10}, 100, 4, Math.log(2) / 100).at(110)).isEqualTo(50);
    }
}
