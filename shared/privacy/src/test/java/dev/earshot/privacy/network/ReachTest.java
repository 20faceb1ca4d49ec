package dev.earshot.privacy.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.privacy.PiiKind;
import dev.earshot.core.privacy.PiiSpan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class ReachTest {
    private static List<String> texts(String text, List<PiiSpan> found) {
        return found.stream().map(span -> text.substring(span.start(), span.end())).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.org",
                "j.o'neil+claims@mail.example.co.uk",
                "почта@пример.рф",
                "ann (at) example (dot) org",
                "ann [at] example.org"
            })
    void emails_plainAndSpelt_areFoundWhole(String address) {
        String text = "write to " + address + ", thanks";
        assertThat(texts(text, Emails.find(text))).containsExactly(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"look at this.com", "@ann@example.org", "a@b", "3 @ 5.99"})
    void emails_whatIsNone_isLeft(String text) {
        assertThat(Emails.find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.77",
                "2001:db8:85a3::8a2e:370:7334",
                "::ffff:192.0.2.128",
                "fe80:0:0:0:202:b3ff:fe1e:8329"
            })
    void ips_ofBothVersions_areFound(String address) {
        String text = "from " + address + " again";
        assertThat(texts(text, MachineAddresses.find(text))).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "firmware version 2.4.18.1",
                "at 12:30:45",
                "256.1.1.1",
                "1.2.3.4.5",
                "std::map"
            })
    void ips_versionsTimesAndOthers_areLeft(String text) {
        assertThat(MachineAddresses.find(text)).isEmpty();
    }

    @Test
    void macs_areFound() {
        assertThat(MachineAddresses.find("00:1A:2B:3C:4D:5E or 00-1a-2b-3c-4d-5e"))
                .extracting(PiiSpan::kind)
                .containsExactly(PiiKind.MAC, PiiKind.MAC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+44 7911 123456",
                "+1 (212) 555-2368",
                "0049 171 2345678",
                "06 12 34 56 78",
                "(11) 91234-5678",
                "0171 2345678"
            })
    void phones_internationalOrInGroups_areFoundWhole(String number) {
        String text = "please, " + number + " thanks";
        assertThat(texts(text, Phones.find(text))).containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on 2026-03-14 at noon",
                "order 8837264510",
                "12/05/2026",
                "€1 299 000",
                "2019 2020 2021",
                "10 000 000 views",
                "x.com/a/status/1790000000000000000"
            })
    void phones_datesPricesAndOrders_areLeft(String text) {
        assertThat(Phones.find(text)).isEmpty();
    }

    @Test
    void phones_aBareNumber_needsAWordThatSaysSo() {
        assertThat(Phones.find("got 5417141388 today")).isEmpty();
        assertThat(Phones.find("call 5417141388 today")).hasSize(1);
    }

    @Test
    void handles_ofEachPlatform_areFound() {
        String text =
                "@ann and @ann@toot.example, @ann.bsky.social, u/ann_b, https://x.com/ann_c/x";
        assertThat(texts(text, Handles.find(text)))
                .containsExactlyInAnyOrder(
                        "@ann", "@ann@toot.example", "@ann.bsky.social", "u/ann_b", "ann_c");
    }
}
