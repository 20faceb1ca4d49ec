package dev.earshot.privacy.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.privacy.PiiSpan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class NationalNumbersTest {
    /** Specimens of the authorities, or numbers whose check was worked out by hand. */
    @ParameterizedTest
    @CsvSource({
        "AU_ABN, 51 824 753 556",
        "AU_ACN, my ACN 004 085 616",
        "AU_TFN, my TFN is 123 456 782",
        "AU_MEDICARE, 2123 45670 1",
        "BR_CPF, 529.982.247-25",
        "CA_SIN, my SIN 046 454 286",
        "CH_AHV, 756.9217.0769.85",
        "CL_RUT, 12.345.678-5",
        "CN_RESIDENT, 11010519491231002X",
        "DE_TAX_ID, 86095742719",
        "DE_PENSION, 15070649C103",
        "DE_ID_CARD, Ausweis T220001293",
        "ES_NIF, 12345678Z",
        "ES_NIE, X1234567L",
        "FI_HETU, 131052-308T",
        "FR_NIR, 2 55 08 14 168 025 38",
        "IN_AADHAAR, 2341 2341 2346",
        "IN_PAN, ABCPE1234F",
        "IN_GSTIN, 27AAPFU0939F1ZV",
        "IT_FISCAL_CODE, RSSMRA85T10A562S",
        "IT_VAT, partita iva 00743110157",
        "KR_RRN, 900101-1234568",
        "NL_BSN, mijn BSN 111222333",
        "PL_PESEL, 44051401359",
        "PL_NIP, 526-000-12-46",
        "SE_PERSONNUMMER, 811228-9874",
        "SG_NRIC, S1234567D",
        "TH_TNIN, 1-2345-67890-12-1",
        "TR_TCKN, 10000000146",
        "UK_NHS, my NHS number 943 476 5919",
        "UK_NINO, AB 12 34 56 C",
        "US_SSN, 219-09-9999",
        "US_ITIN, 912-70-1234",
        "US_NPI, NPI 1234567893",
        "US_ABA_ROUTING, routing 021000021",
        "US_DEA, DEA AB1234563",
        "US_MBI, 1EG4-TE5-MK73",
        "ZA_ID, 8001015009087"
    })
    void find_aRightNumber_namesItsRule(String rule, String text) {
        assertThat(NationalNumbers.find(text)).extracting(PiiSpan::rule).contains(rule);
    }

    /** Each differs from a right one in its last digit or letter. */
    @ParameterizedTest
    @CsvSource({
        "AU_ABN, 51 824 753 557",
        "AU_MEDICARE, 2123 45671 1",
        "BR_CPF, 529.982.247-26",
        "CA_SIN, my SIN 046 454 287",
        "CN_RESIDENT, 110105194912310021",
        "DE_TAX_ID, 86095742718",
        "DE_PENSION, 15070649C104",
        "ES_NIF, 12345678A",
        "FI_HETU, 131052-308U",
        "FR_NIR, 2 55 08 14 168 025 39",
        "IN_AADHAAR, 2341 2341 2347",
        "IN_GSTIN, 27AAPFU0939F1ZW",
        "IT_FISCAL_CODE, RSSMRA85T10A562T",
        "NL_BSN, mijn BSN 111222334",
        "PL_PESEL, 44051401358",
        "SE_PERSONNUMMER, 811228-9875",
        "SG_NRIC, S1234567E",
        "TR_TCKN, 10000000147",
        "UK_NHS, my NHS number 943 476 5918",
        "US_SSN, 666-09-9999",
        "US_NPI, NPI 1234567894",
        "US_ABA_ROUTING, routing 021000022",
        "ZA_ID, 8001015009088"
    })
    void find_aWrongCheck_findsNothing(String rule, String text) {
        assertThat(NationalNumbers.find(text)).extracting(PiiSpan::rule).doesNotContain(rule);
    }

    @Test
    void find_aWeakCheckWithoutItsWord_findsNothing() {
        assertThat(NationalNumbers.find("parcel 046454286 left")).isEmpty();
        assertThat(NationalNumbers.find("my social insurance number 046454286")).isNotEmpty();
    }

    @Test
    void find_aNumberWithinALongerOne_findsNothing() {
        assertThat(NationalNumbers.find("9944051401359, 44051401359x")).isEmpty();
    }

    /** 10 × 5 − 10 + 1 + 8 × 3 + ... by hand: 51 824 753 556 gives 534, six times 89. */
    @Test
    void businessNumber_worksAsTheRegisterSays() {
        List<Integer> weights = List.of(10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19);
        int sum = 0;
        for (int i = 0; i < 11; i++) {
            sum += ("51824753556".charAt(i) - '0' - (i == 0 ? 1 : 0)) * weights.get(i);
        }
        assertThat(sum).isEqualTo(6 * 89);
        assertThat(AsianPacificNumbers.businessNumber("51824753556")).isTrue();
    }
}
