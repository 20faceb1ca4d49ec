package dev.earshot.privacy.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.privacy.PiiSpan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are those that networks, banks' associations and BIPs publish as examples. */
class AccountNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "VISA, 4111 1111 1111 1111",
        "MASTERCARD, 5555-5555-5555-4444",
        "MASTERCARD, 2223003122003222",
        "AMERICAN_EXPRESS, 378282246310005",
        "DISCOVER, 6011111111111117",
        "DINERS, 30569309025904",
        "JCB, 3530111333300000",
        "UNIONPAY, 6200000000000005"
    })
    void cards_ofEachNetwork_areFound(String network, String card) {
        assertThat(CardNumbers.find("paid with " + card + " today"))
                .singleElement()
                .satisfies(span -> assertThat(span.rule()).isEqualTo(network))
                .satisfies(span -> assertThat(span.length()).isEqualTo(card.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111 1111 1111 1112",
                "0000 0000 0000 0000",
                "order 1234567812345670",
                "x.com/i/status/4111111111111111"
            })
    void cards_withAWrongCheckNoNetworkOrInALink_areNone(String text) {
        assertThat(CardNumbers.find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB82 WEST 1234 5698 7654 32",
                "DE89370400440532013000",
                "fr14 2004 1010 0505 0001 3m02 606",
                "NO93 8601 1117 947"
            })
    void ibans_inEitherForm_areFoundWhole(String iban) {
        assertThat(Ibans.find("to " + iban + ", please"))
                .singleElement()
                .extracting(PiiSpan::length)
                .isEqualTo(iban.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB82 WEST 1234 5698 7654 33",
                "DE8937040044053201300",
                "XX82 WEST 1234 5698 7654 32"
            })
    void ibans_withAWrongCheckLengthOrCountry_areNone(String iban) {
        assertThat(Ibans.find(iban)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
                "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
                "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
                "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
                "0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe",
                "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh"
            })
    void wallets_ofEachKind_areFound(String address) {
        assertThat(Wallets.find("send to " + address + " now")).hasSize(1);
    }

    @Test
    void wallets_withOneLetterChanged_areNone() {
        assertThat(Wallets.find("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb")).isEmpty();
        assertThat(Wallets.find("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5")).isEmpty();
    }
}
