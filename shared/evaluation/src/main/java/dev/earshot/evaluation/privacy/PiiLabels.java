package dev.earshot.evaluation.privacy;

import dev.earshot.core.privacy.PiiKind;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the labels of public sets of personal data mean here. Stateless. */
final class PiiLabels {
    private static final Map<PiiKind, List<String>> NAMES =
            Map.ofEntries(
                    Map.entry(PiiKind.EMAIL, List.of("EMAIL", "EMAIL_ADDRESS", "MAIL")),
                    Map.entry(
                            PiiKind.PHONE,
                            List.of("PHONE", "PHONE_NUMBER", "TELEPHONENUM", "PHONENUMBER", "TEL")),
                    Map.entry(
                            PiiKind.CARD,
                            List.of(
                                    "CREDIT_CARD",
                                    "CREDITCARDNUMBER",
                                    "CREDIT_CARD_NUMBER",
                                    "CARD")),
                    Map.entry(PiiKind.IBAN, List.of("IBAN", "IBAN_CODE")),
                    Map.entry(
                            PiiKind.WALLET,
                            List.of(
                                    "CRYPTO",
                                    "WALLET",
                                    "BITCOINADDRESS",
                                    "ETHEREUMADDRESS",
                                    "LITECOINADDRESS",
                                    "CRYPTO_WALLET")),
                    Map.entry(PiiKind.IP, List.of("IP", "IP_ADDRESS", "IPV4", "IPV6", "IPADDRESS")),
                    Map.entry(PiiKind.MAC, List.of("MAC", "MAC_ADDRESS")),
                    Map.entry(
                            PiiKind.STREET,
                            List.of("STREET", "STREET_ADDRESS", "ADDRESS", "STREETADDRESS")),
                    Map.entry(
                            PiiKind.PERSON,
                            List.of(
                                    "PERSON",
                                    "PER",
                                    "NAME",
                                    "PERSON_NAME",
                                    "FIRSTNAME",
                                    "LASTNAME",
                                    "FIRST_NAME",
                                    "LAST_NAME",
                                    "GIVENNAME",
                                    "SURNAME")),
                    Map.entry(
                            PiiKind.HANDLE,
                            List.of("HANDLE", "USERNAME", "USER_NAME", "ACCOUNT_NAME")),
                    Map.entry(
                            PiiKind.NATIONAL_NUMBER,
                            List.of(
                                    "NATIONAL_NUMBER",
                                    "NATIONAL_ID",
                                    "SSN",
                                    "ID_NUMBER",
                                    "NRP_ID")));

    /** Names of brands, organisations and products. */
    private static final Set<String> BRANDS =
            Set.of("BRAND", "ORGANIZATION", "ORGANISATION", "ORG", "COMPANY", "PRODUCT");

    /** National numbers are labelled with their country first. */
    private static final Set<String> COUNTRIES =
            Set.of(
                    "AU", "BE", "BR", "CA", "CH", "CL", "CN", "DE", "ES", "FI", "FR", "GB", "IN",
                    "IT", "KR", "MX", "NG", "NL", "NO", "PL", "PT", "SE", "SG", "TH", "TR", "UK",
                    "US", "ZA");

    /** National documents whose numbers carry no check and are told by nobody's rule here. */
    private static final Set<String> UNCHECKED =
            Set.of(
                    "US_DRIVER_LICENSE",
                    "US_PASSPORT",
                    "US_BANK_NUMBER",
                    "UK_PASSPORT",
                    "IT_DRIVER_LICENSE",
                    "IT_PASSPORT",
                    "IT_IDENTITY_CARD",
                    "IN_PASSPORT",
                    "IN_VOTER",
                    "IN_VEHICLE_REGISTRATION");

    private static final Map<String, PiiKind> KINDS = kinds();

    private PiiLabels() {}

    private static Map<String, PiiKind> kinds() {
        Map<String, PiiKind> kinds = new HashMap<>();
        NAMES.forEach((kind, names) -> names.forEach(name -> kinds.put(name, kind)));
        return Map.copyOf(kinds);
    }

    /** The kind of a label; empty for one that nothing here looks for. */
    static Optional<PiiKind> kind(String label) {
        String name = label.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        PiiKind known = KINDS.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        boolean national =
                name.length() > 3
                        && name.charAt(2) == '_'
                        && COUNTRIES.contains(name.substring(0, 2))
                        && !UNCHECKED.contains(name);
        return national ? Optional.of(PiiKind.NATIONAL_NUMBER) : Optional.empty();
    }

    static boolean isBrand(String label) {
        return BRANDS.contains(label.toUpperCase(Locale.ROOT));
    }

    /** All labels that are known, for a message. */
    static String all() {
        return Arrays.stream(PiiKind.values())
                .map(kind -> kind + " (" + String.join(", ", NAMES.get(kind)) + ")")
                .collect(Collectors.joining("; "));
    }
}
