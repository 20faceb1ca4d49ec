package dev.earshot.wire.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class WrittenTimeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-04T05:06:07Z | 2026-03-04T05:06:07Z",
                "2026-03-04T05:06:07.123456789Z | 2026-03-04T05:06:07.123456789Z",
                "2026-03-04T05:06:07+0530 | 2026-03-03T23:36:07Z",
                "2026-03-04 05:06:07 +08:00 | 2026-03-03T21:06:07Z",
                "2026-03-04 05:06 | 2026-03-04T05:06:00Z",
                "2026-03-04T05:06 | 2026-03-04T05:06:00Z",
                "2026-03-04T05:06:07-05 | 2026-03-04T10:06:07Z",
                "2026-03-04 | 2026-03-04T00:00:00Z",
                "2026/03/04 05:06:07 | 2026-03-04T05:06:07Z",
                "2026.03.04 | 2026-03-04T00:00:00Z",
                "20260304 | 2026-03-04T00:00:00Z",
                "20260304T050607Z | 2026-03-04T05:06:07Z",
                "20260304 0506 | 2026-03-04T05:06:00Z",
                "2026-W10-3 | 2026-03-04T00:00:00Z",
                "2026-03-04T24:00:00Z | 2026-03-05T00:00:00Z",
                "2016-12-31T23:59:60Z | 2017-01-01T00:00:00Z",
                "2026-07-04T05:06:07[Europe/London] | 2026-07-04T04:06:07Z",
                "2026-07-04T05:06:07+01:00[Europe/London] | 2026-07-04T04:06:07Z",
                "2026-03-04 05:06:07 UTC | 2026-03-04T05:06:07Z",
                "2026-03-04 05:06:07 EST | 2026-03-04T10:06:07Z",
                "2026-03-04 05:06:07 PDT | 2026-03-04T12:06:07Z",
                "4 March 2026 05:06 CET | 2026-03-04T04:06:00Z",
                "2026-03-04 05:06 GMT+2 | 2026-03-04T03:06:00Z",
                "Wed, 04 Mar 2026 05:06:07 GMT | 2026-03-04T05:06:07Z",
                "Wed, 4 Mar 2026 05:06:07 -0200 | 2026-03-04T07:06:07Z",
                "Wed Mar 04 05:06:07 +0000 2026 | 2026-03-04T05:06:07Z",
                "Wed Mar 04 05:06:07 UTC 2026 | 2026-03-04T05:06:07Z",
                "Wednesday, March 4, 2026 | 2026-03-04T00:00:00Z",
                "Wed, Mar 4, 2026 | 2026-03-04T00:00:00Z",
                "Mar 4, 2026, 2:07 PM | 2026-03-04T14:07:00Z",
                "Mar 4, 2026, 12:07 am | 2026-03-04T00:07:00Z",
                "March 4th, 2026 at 2:07pm | 2026-03-04T14:07:00Z",
                "Mar 4,   2026 @ 05:33:50.250 | 2026-03-04T05:33:50.250Z",
                "4 Mar 2026 | 2026-03-04T00:00:00Z",
                "04-Mar-2026 02:07PM | 2026-03-04T14:07:00Z",
                "2026 Mar 4 | 2026-03-04T00:00:00Z",
                "4. März 2026, 14:07 Uhr | 2026-03-04T14:07:00Z",
                "Mittwoch, 4. Mai 2026 | 2026-05-04T00:00:00Z",
                "4 de marzo de 2026 14:07 | 2026-03-04T14:07:00Z",
                "4 août 2026 à 14h07 | 2026-08-04T14:07:00Z",
                "4 févr. 2026 | 2026-02-04T00:00:00Z",
                "4 maggio 2026 alle 14:07 | 2026-05-04T14:07:00Z",
                "4 de outubro de 2026 às 14:07 | 2026-10-04T14:07:00Z",
                "4 mrt 2026 om 14:07 | 2026-03-04T14:07:00Z",
                "04.03.2026 14:07 | 2026-03-04T14:07:00Z",
                "4.3.26 | 2026-03-04T00:00:00Z",
                "25/3/2026 8:28 p. m. | 2026-03-25T20:28:00Z",
                "3/25/2026 02:00 PM | 2026-03-25T14:00:00Z",
                "03/03/2026 | 2026-03-03T00:00:00Z",
            })
    void time_inAnyForm_isRead(String written, String expected) {
        assertThat(WrittenTime.of(written, Optional.empty()).map(WrittenTime::instant))
                .as(written)
                .contains(java.time.Instant.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2 weeks ago",
                "Lifetime",
                "2026-02-30",
                "2026-02-29 10:00",
                "30.02.2026",
                "31 April 2026",
                "2026-13-01",
                "2026-01-01T25:00:00Z",
                "2026-01-01T23:61:00Z",
                "2026-01-01T23:59:60.5+99:00",
                "2026-01-01 10:00 IST",
                "14:00",
                "Mar 2026",
                "1.2.3",
                "13:00 AM 2026-01-01",
                "4 Nivaro 2026",
                "03/04/2026",
            })
    void text_thatIsNoTime_isNone(String written) {
        assertThat(WrittenTime.of(written, Optional.empty())).as(written).isEmpty();
    }

    @Test
    void date_thatCouldBeTwo_needsAnOrder() {
        assertThat(WrittenTime.of("03/04/2026 10:00", Optional.of(DateOrder.DAY_FIRST)))
                .get()
                .extracting(WrittenTime::date)
                .hasToString("2026-04-03");
        assertThat(WrittenTime.of("03/04/2026 10:00", Optional.of(DateOrder.MONTH_FIRST)))
                .get()
                .extracting(WrittenTime::date)
                .hasToString("2026-03-04");
        assertThat(WrittenTime.of("25/04/2026", Optional.of(DateOrder.MONTH_FIRST))).isEmpty();
    }

    @Test
    void clock_ofAnotherColumn_isJoined() {
        WrittenTime day = WrittenTime.of("04.03.2026", Optional.empty()).orElseThrow();

        assertThat(day.at("2:07 PM"))
                .get()
                .extracting(WrittenTime::instant)
                .hasToString("2026-03-04T14:07:00Z");
        assertThat(day.at("noon")).isEmpty();
    }
}
