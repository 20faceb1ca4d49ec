package dev.earshot.core.store;

/**
 * What the door of the API remembers of keys that it has asked about, so that it need not ask for
 * each request. Thread-safe; failures surface as {@link StoreException}.
 */
public interface RememberedGrants {
    /** Has the door ask anew about every key. */
    void forget(Door door);

    /**
     * Through which door requests come.
     *
     * @param api the API's id
     * @param stage the stage's name, such as {@code $default}
     */
    record Door(String api, String stage) {}
}
