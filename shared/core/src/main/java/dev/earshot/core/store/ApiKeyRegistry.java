package dev.earshot.core.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Issues, lists and revokes API keys. Thread-safe; failures surface as {@link StoreException}. */
public interface ApiKeyRegistry extends ApiKeys {
    /** The most characters of a key's name. */
    int MAX_NAME = 80;

    /**
     * Makes a key valid, or changes its name and what it grants; it keeps the time at which it was
     * issued.
     *
     * @param name whose it is or what it is for, in the operator's words; may be empty
     */
    void allow(String apiKey, String name, Grant grant);

    /** All keys that were issued and not revoked, the oldest first; never the keys themselves. */
    List<Entry> entries();

    /**
     * Invalidates a key.
     *
     * @param id as {@link #entries} lists it
     * @return whether there was such a key
     */
    boolean revoke(String id);

    /**
     * A key that nobody can guess: 24 random bytes in Base64 that fits in a URL, after {@code ek_}.
     */
    static String fresh(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return "ek_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * A key that was issued.
     *
     * @param id its {@link ApiKeys#id}
     * @param name empty where none was given
     */
    record Entry(String id, String name, Grant grant, Instant issuedAt) {}
}
