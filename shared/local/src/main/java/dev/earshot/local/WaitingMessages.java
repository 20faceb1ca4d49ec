package dev.earshot.local;

/**
 * Messages of a queue that failed and wait to be tried again.
 *
 * @param function name of the function that takes them
 * @param count how many; positive
 * @param reason why the last of them failed; empty if the call itself failed
 */
public record WaitingMessages(String function, int count, String reason) {}
