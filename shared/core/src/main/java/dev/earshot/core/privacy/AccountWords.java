package dev.earshot.core.privacy;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of a text that could be an account's id or handle. Stateless. */
final class AccountWords {
    /** Ids of platforms, handles with or without a server, and Bluesky's {@code did:plc:...}. */
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.:-]{0,253}[\\p{L}\\p{N}_]");

    private static final Pattern AT_SERVER =
            Pattern.compile("[\\p{L}\\p{N}_.-]{1,64}@[\\p{L}\\p{N}.-]{3,255}");

    private static final Pattern HANDLE =
            Pattern.compile(
                    "(?<=[@/])[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.-]{0,62}[\\p{L}\\p{N}_])?"
                            + "(?:@[\\p{L}\\p{N}.-]{2,254}[\\p{L}\\p{N}])?");

    private AccountWords() {}

    /** Those that stand after an {@code @} or a slash, with their server where one follows. */
    static Stream<String> handles(String text) {
        return HANDLE.matcher(text).results().map(MatchResult::group);
    }

    /** Each whole, and where colons join them, also part by part. */
    static Stream<String> of(String text) {
        Stream<String> words = WORD.matcher(text).results().map(MatchResult::group);
        Stream<String> withServer = AT_SERVER.matcher(text).results().map(MatchResult::group);
        return Stream.concat(words.flatMap(AccountWords::parts), withServer);
    }

    private static Stream<String> parts(String word) {
        int last = word.lastIndexOf(':');
        return last < 0
                ? Stream.of(word)
                : Stream.concat(
                        Stream.of(word, word.substring(0, last)), Stream.of(word.split(":", -1)));
    }
}
