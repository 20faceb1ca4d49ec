package dev.earshot.influence.evidence;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a post says by a hashtag that it is advertising. The tags are those that regulators and
 * self-regulators ask for or name as usual: the FTC's "Disclosures 101", the Committee of
 * Advertising Practice, the German media authorities, ARPP, Autocontrol, CONAR, AGCOM. A tag that
 * means something else more often, such as {@code #partner}, is left out, so what is told is less
 * than what there is. Stateless.
 */
public final class Disclosure {
    private static final Set<String> TAGS =
            Set.of(
                    // English
                    "ad",
                    "advert",
                    "advertisement",
                    "advertising",
                    "sponsored",
                    "sponsoredpost",
                    "paidad",
                    "paidpartner",
                    "paidpartnership",
                    "brandpartner",
                    "brandpartnership",
                    "brandambassador",
                    "gifted",
                    // German
                    "anzeige",
                    "werbung",
                    "bezahltewerbung",
                    "bezahltepartnerschaft",
                    // Spanish and Portuguese
                    "publi",
                    "publicidad",
                    "colaboraciónpagada",
                    "colaboracionpagada",
                    "patrocinado",
                    "publicidade",
                    "publipost",
                    "parceriapaga",
                    "parceriaremunerada",
                    // French
                    "publicité",
                    "publicite",
                    "sponsorisé",
                    "sponsorise",
                    "collaborationcommerciale",
                    "partenariatrémunéré",
                    "partenariatremunere",
                    // Italian, Dutch, Polish, Turkish
                    "pubblicità",
                    "pubblicita",
                    "sponsorizzato",
                    "advertentie",
                    "betaaldesamenwerking",
                    "reklama",
                    "materiałsponsorowany",
                    "współpracareklamowa",
                    "reklam",
                    "işbirliği",
                    // Japanese, Korean, Chinese, Arabic
                    "広告",
                    "광고",
                    "협찬",
                    "广告",
                    "廣告",
                    "إعلان");

    private Disclosure() {}

    /**
     * Whether one of the hashtags says so.
     *
     * @param hashtags without the sign, in any case
     */
    public static boolean isStated(Collection<String> hashtags) {
        return hashtags.stream().anyMatch(tag -> TAGS.contains(tag.toLowerCase(Locale.ROOT)));
    }
}
