package dev.earshot.core.privacy;

import java.util.List;
import java.util.Optional;

/**
 * One kind of item in the table, and what it tells of people. Whoever adds a kind registers it
 * here, or a test fails.
 *
 * @param prefix how its partition keys begin, up to the first {@code #}
 * @param holds what it tells of people; "nothing" where it tells nothing
 * @param erasure how that goes when a person or a platform asks for it
 */
public record PersonalStore(String prefix, String holds, Erasure erasure) {
    /** How what a store tells of a person goes. */
    public enum Erasure {
        /** It tells of nobody. */
        NOTHING_TO_ERASE,
        /** In the transaction that removes the person's posts. */
        WITH_THE_POST,
        /** When a person's request is taken up, or the platform ends the account. */
        AT_ONCE,
        /** It stays, so that what was erased does not come back; a digest that tells nothing. */
        KEPT_AS_A_MARK,
        /** When its time has come, and not before. */
        WITH_ITS_TIME,
        /** By the sweep that follows, which looks twice. */
        BY_THE_SWEEP,
        /** When the operator removes the file or the parked message. */
        BY_THE_OPERATOR
    }

    private static final List<PersonalStore> ALL =
            List.of(
                    new PersonalStore(
                            "P",
                            "a post's verdict, its author's pseudonym, the key of its sealed text;"
                                    + " after its removal the id alone",
                            Erasure.WITH_THE_POST),
                    new PersonalStore("B", "ids of posts about a brand", Erasure.WITH_THE_POST),
                    none("D"),
                    none("W"),
                    none("WL"),
                    none("R"),
                    none("TS"),
                    new PersonalStore(
                            "TP",
                            "words that five accounts or more used, digests of rarer ones, ids of"
                                    + " example posts",
                            Erasure.WITH_ITS_TIME),
                    new PersonalStore(
                            "U", "an author's posts, by pseudonym", Erasure.WITH_THE_POST),
                    new PersonalStore("I", "an author's scores, by a digest", Erasure.AT_ONCE),
                    new PersonalStore("L", "leaderboards of pseudonyms", Erasure.AT_ONCE),
                    new PersonalStore("E", "digests of authors", Erasure.KEPT_AS_A_MARK),
                    new PersonalStore("O", "digests of authors who object", Erasure.KEPT_AS_A_MARK),
                    new PersonalStore(
                            "Z",
                            "digests of authors of whom nothing may be kept, and until it is done"
                                    + " the keys of their pictures and digests of their handles",
                            Erasure.KEPT_AS_A_MARK),
                    new PersonalStore(
                            "PR",
                            "people's requests, by a digest; the pseudonym while one is under way"
                                    + " or a copy is to be fetched",
                            Erasure.BY_THE_SWEEP),
                    new PersonalStore(
                            "AU",
                            "who of the operator's people used which special right; people as digests",
                            Erasure.WITH_ITS_TIME),
                    new PersonalStore(
                            "H",
                            "handles and names of public creators, encrypted, where the directory"
                                    + " is on",
                            Erasure.AT_ONCE),
                    new PersonalStore(
                            "HL",
                            "pseudonyms on shortlists, with the team's notes",
                            Erasure.AT_ONCE),
                    none("HS"),
                    none("N"),
                    new PersonalStore(
                            "M",
                            "what a picture shows, masked text in it; no face is kept",
                            Erasure.BY_THE_SWEEP),
                    new PersonalStore("Q", "places of pictures", Erasure.BY_THE_SWEEP),
                    new PersonalStore("QT", "terms of pictures", Erasure.BY_THE_SWEEP),
                    new PersonalStore("QV", "vectors of pictures", Erasure.BY_THE_SWEEP),
                    new PersonalStore(
                            "J", "a file's name and its refused rows", Erasure.BY_THE_SWEEP),
                    none("JL"),
                    none("C"),
                    new PersonalStore(
                            "X", "ids and reasons of parked messages", Erasure.BY_THE_SWEEP),
                    new PersonalStore(
                            "XI", "where a parked message lies, encrypted", Erasure.BY_THE_SWEEP),
                    new PersonalStore(
                            "F", "corrections of a post's verdict", Erasure.WITH_THE_POST),
                    new PersonalStore(
                            "EC", "ids of the posts that carry a change", Erasure.BY_THE_SWEEP),
                    none("CW"),
                    new PersonalStore(
                            "CS",
                            "accounts and searches that the operator collects from",
                            Erasure.BY_THE_OPERATOR),
                    none("CT"),
                    none("BU"),
                    none("AO"),
                    none("AM"),
                    none("AL"),
                    new PersonalStore("AV", "deliveries of alerts", Erasure.BY_THE_SWEEP),
                    none("AR"),
                    none("AS"),
                    new PersonalStore(
                            "AW", "addresses and secrets of webhooks", Erasure.BY_THE_OPERATOR),
                    new PersonalStore(
                            "G",
                            "ids of posts in cases, notes of the operator's people",
                            Erasure.WITH_THE_POST),
                    none("GS"),
                    none("GM"),
                    new PersonalStore(
                            "GC",
                            "pseudonyms of the creators that a campaign names",
                            Erasure.BY_THE_SWEEP),
                    new PersonalStore(
                            "NP",
                            "ids of posts whose counting was cut off, for a month",
                            Erasure.WITH_ITS_TIME),
                    new PersonalStore(
                            "SV",
                            "names and addresses of the operator's saved views, which may hold the"
                                    + " pseudonym of a creator",
                            Erasure.BY_THE_SWEEP),
                    new PersonalStore(
                            "K", "names that the operator gives to keys", Erasure.BY_THE_OPERATOR));

    private static PersonalStore none(String prefix) {
        return new PersonalStore(prefix, "nothing", Erasure.NOTHING_TO_ERASE);
    }

    /** Every kind of item. */
    public static List<PersonalStore> all() {
        return ALL;
    }

    /** The kind of item that a partition key belongs to; empty if nobody registered it. */
    public static Optional<PersonalStore> of(String partitionKey) {
        int end = partitionKey.indexOf('#');
        String prefix = end < 0 ? partitionKey : partitionKey.substring(0, end);
        return ALL.stream().filter(store -> store.prefix().equals(prefix)).findFirst();
    }
}
