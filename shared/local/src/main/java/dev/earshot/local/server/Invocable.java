package dev.earshot.local.server;

/** Something that takes an event as JSON and answers with JSON. */
public interface Invocable {
    /**
     * Calls the function.
     *
     * @param event JSON as the service would send it
     * @return JSON, {@code null} for a function without an answer
     * @throws Exception whatever the handler throws, if the call fails
     */
    byte[] invoke(byte[] event) throws Exception;
}
