package dev.earshot.cli.terminal;

import java.io.Console;

/** Whether people read along: decides about colours and progress that is redrawn. Stateless. */
public final class Terminal {
    private Terminal() {}

    /** Whether standard output is a terminal that shows colours. */
    public static boolean onOutput() {
        return is("earshot.stdout.terminal");
    }

    /** Whether standard error is a terminal. */
    public static boolean onError() {
        return is("earshot.stderr.terminal");
    }

    /** As the launcher says; else a guess, since Java knows only of input and output together. */
    @SuppressWarnings("SystemConsoleNull") // JDK 25 gives null again where there is no terminal
    private static boolean is(String property) {
        String told = System.getProperty(property);
        Console console = System.console();
        return told != null ? told.equals("true") : console != null && console.isTerminal();
    }
}
