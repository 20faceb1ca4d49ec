package dev.earshot.privacy.network;

import dev.earshot.core.privacy.PiiKind;
import dev.earshot.core.privacy.PiiSpan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names of accounts: {@code @name}, of the fediverse with its host, of Bluesky with its
 * domain, Reddit's {@code u/name}, and the name within a link to a profile. Stateless.
 */
public final class Handles {
    private static final Pattern AT =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}_@/.])[@＠](?=[\\p{L}\\p{N}_])[\\p{L}\\p{M}\\p{N}_]{1,60}"
                            + "(?:[.-][\\p{L}\\p{N}_]{1,60}){0,6}(?:@[\\p{L}\\p{N}-]{1,60}(?:\\.[\\p{L}\\p{N}-]{1,60}){1,4})?");

    private static final Pattern REDDIT =
            Pattern.compile("(?<![\\p{L}\\p{N}_./])/?u/[A-Za-z0-9_-]{3,20}(?![\\p{L}\\p{N}_/])");

    private static final Pattern PROFILE =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(?:twitter\\.com/|x\\.com/|instagram\\.com/|tiktok\\.com/@|threads\\.net/@"
                            + "|threads\\.com/@|t\\.me/|facebook\\.com/|linkedin\\.com/in/|reddit\\.com/u(?:ser)?/"
                            + "|bsky\\.app/profile/|youtube\\.com/@|github\\.com/|[\\w-]+\\.social/@)"
                            + "(?!hashtag|search|share|intent|watch|home|p/|reel|i/|groups|events)"
                            + "([\\p{L}\\p{N}_.-]{2,60})",
                    Pattern.CASE_INSENSITIVE);

    private Handles() {}

    /** All names of accounts, the placeholder among them. */
    public static List<PiiSpan> find(String text) {
        List<PiiSpan> found = new ArrayList<>();
        if (text.indexOf('@') >= 0 || text.indexOf('＠') >= 0) {
            add(AT.matcher(text), 0, "AT", found);
        }
        if (text.indexOf('/') >= 0) {
            add(REDDIT.matcher(text), 0, "REDDIT", found);
            add(PROFILE.matcher(text), 1, "PROFILE", found);
        }
        return found;
    }

    private static void add(Matcher matcher, int group, String rule, List<PiiSpan> found) {
        while (matcher.find()) {
            int end = matcher.end(group);
            found.add(new PiiSpan(matcher.start(group), end, PiiKind.HANDLE, rule));
        }
    }
}
