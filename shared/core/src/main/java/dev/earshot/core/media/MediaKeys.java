package dev.earshot.core.media;

import dev.earshot.core.WorkspaceId;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The S3 keys of uploaded files, and the one workspace that each belongs to. Stateless.
 *
 * <p>A key of the form {@code media/<workspace>/<32 hexadecimal digits>/<file name>}, or with
 * {@code imports/} in front, belongs to the workspace that it names; these are the keys of
 * presigned uploads. Every other key belongs to the default workspace: a folder that merely has a
 * workspace's name grants that workspace nothing.
 */
public final class MediaKeys {
    /** Prefix of every picture's and video's key. */
    public static final String PREFIX = "media/";

    /** Prefix of the key of every file of posts. */
    public static final String IMPORTS = "imports/";

    private static final Pattern OWNED =
            Pattern.compile(
                    "(?:media|imports)/([a-z0-9][a-z0-9_-]{0,63})/[0-9a-f]{32}/.+", Pattern.DOTALL);
    private static final int MAX_FILE_NAME = 120;

    private MediaKeys() {}

    /** The workspace that a file belongs to. */
    public static WorkspaceId workspaceOf(String key, WorkspaceId defaultWorkspace) {
        Matcher owned = OWNED.matcher(key);
        return owned.matches() ? new WorkspaceId(owned.group(1)) : defaultWorkspace;
    }

    /**
     * The key for a new upload.
     *
     * @param random 32 hexadecimal digits that nobody can guess
     * @param fileName as the client calls it; anything but letters, digits, dot, hyphen and
     *     underscore becomes an underscore, and only the end of a long name is kept
     */
    public static String upload(WorkspaceId workspace, String random, String fileName) {
        return owned(PREFIX, workspace, random, fileName);
    }

    /** Likewise for a file of posts. */
    public static String fileOfPosts(WorkspaceId workspace, String random, String fileName) {
        return owned(IMPORTS, workspace, random, fileName);
    }

    private static String owned(
            String prefix, WorkspaceId workspace, String random, String fileName) {
        if (!random.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException(
                    "random must be 32 hexadecimal digits, got '" + random + "'");
        }
        String plain = fileName.replaceAll("[^\\p{L}\\p{Nd}._-]+", "_").replaceAll("^\\.+", "_");
        int cut = plain.length() - MAX_FILE_NAME;
        if (cut > 0) {
            plain = plain.substring(Character.isLowSurrogate(plain.charAt(cut)) ? cut + 1 : cut);
        }
        return prefix + workspace + "/" + random + "/" + (plain.isEmpty() ? "file" : plain);
    }
}
