package dev.earshot.local;

/**
 * Messages on a function's queue.
 *
 * @param function name of the function that takes them
 * @param backlog how many wait for their turn; 0 or more
 * @param failed how many failed and wait to be tried again; 0 or more
 * @param reason why the last of them failed; empty if none did, or if the call itself failed
 */
public record WaitingMessages(String function, int backlog, int failed, String reason) {}
