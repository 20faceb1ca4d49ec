package dev.earshot.collect.feed;

/**
 * Asks platforms, within limits of time and size, of public addresses alone, following no redirect.
 * Thread-safe; never throws on what a platform does.
 */
@FunctionalInterface
public interface Web {
    Reply ask(Ask ask);
}
