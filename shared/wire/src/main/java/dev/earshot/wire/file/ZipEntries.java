package dev.earshot.wire.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The files of posts in a zip archive, read as a stream: nothing is written to disk, so that no
 * name of an entry can lead anywhere. An archive that expands beyond belief is refused. Stateless.
 */
public final class ZipEntries {
    private static final int MAX_ENTRIES = 200_000;
    private static final int MAX_SHOWN = 6;

    /** Texts shrink to a twentieth; a bomb to a thousandth. */
    private static final int MAX_RATIO = 250;

    private static final long RATIO_FROM_BYTES = 32 << 20;

    /** Files of posts in the downloads of X, Mastodon, Meta, TikTok, Reddit, Google, Telegram. */
    private static final Pattern POSTS =
            Pattern.compile(
                    "(?:.*/)?(?:tweets?(?:-part[0-9]+)?\\.js|community-tweet(?:-part[0-9]+)?\\.js"
                            + "|outbox\\.json|user_data(?:_tiktok)?\\.json|result\\.json"
                            + "|posts_[0-9]+\\.json|reels\\.json|post_comments(?:_[0-9]+)?\\.json"
                            + "|reels_comments\\.json|your_posts[\\w-]*\\.json|comments\\.json"
                            + "|your_comments[\\w-]*\\.json|group_posts_and_comments\\.json"
                            + "|(?:comments|posts)\\.csv)");

    /** Tables and lines by their names' endings, in archives that people packed themselves. */
    private static final Pattern PLAIN =
            Pattern.compile(".*\\.(?:csv|tsv|ndjson|jsonl|json)", Pattern.CASE_INSENSITIVE);

    /** Words that begin a part of the path of a file that is private, or no post. */
    private static final Pattern PRIVATE =
            Pattern.compile(
                    "(?:^|[/_-])(?:messages?|inbox|direct|dms?|chats?|conversations?|deleted|likes?"
                            + "|logins?|ads?|accounts?|devices?|profile|follow\\w*|search\\w*|security"
                            + "|__macosx|\\.|manifest|personal_info\\w*|connections|drafts?|payments?"
                            + "|votes|saved|hidden)(?=[/_.\\d-]|$)|(?:^|/)(?:__macosx/|\\.)");

    private ZipEntries() {}

    /**
     * What an archive holds.
     *
     * @param posts names of the entries that are read, in their order
     * @param others how many are left out
     * @param shown some names of entries, for messages
     */
    public record Listing(List<String> posts, int others, List<String> shown) {
        public Listing {
            posts = List.copyOf(posts);
            shown = List.copyOf(shown);
        }
    }

    /** An archive that is refused. */
    public static final class UnusableZipException extends IOException {
        private static final long serialVersionUID = 1L;

        UnusableZipException(String message) {
            super(message);
        }
    }

    /**
     * Lists an archive, reading all of it.
     *
     * @throws UnusableZipException if it is a bomb
     */
    public static Listing list(InputStream in) throws IOException {
        var known = new ArrayList<String>();
        var plain = new ArrayList<String>();
        var shown = new ArrayList<String>();
        int count = 0;
        try (var counted = new Counted(in);
                var zip = new ZipInputStream(counted)) {
            byte[] buffer = new byte[1 << 16];
            long expanded = 0;
            for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
                if (++count > MAX_ENTRIES) {
                    throw new UnusableZipException(
                            "the archive has more than " + MAX_ENTRIES + " files");
                }
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    expanded += n;
                    check(expanded, counted.count());
                }
                if (entry.isDirectory()) {
                    continue;
                }
                String name = entry.getName();
                if (shown.size() < MAX_SHOWN) {
                    shown.add(name);
                }
                boolean isPrivate = PRIVATE.matcher(name.toLowerCase(Locale.ROOT)).find();
                if (POSTS.matcher(name).matches() && !isPrivate) {
                    known.add(name);
                } else if (PLAIN.matcher(name).matches() && !isPrivate) {
                    plain.add(name);
                }
            }
        }
        List<String> posts = known.isEmpty() ? plain : known;
        return new Listing(posts, count - posts.size(), shown);
    }

    private static ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException e) {
            throw new UnusableZipException("the names in the archive are unreadable");
        }
    }

    private static void check(long expanded, long packed) throws UnusableZipException {
        if (expanded > RATIO_FROM_BYTES && expanded / MAX_RATIO > packed) {
            throw new UnusableZipException(
                    "the archive expands to more than "
                            + MAX_RATIO
                            + " times its size; it is no archive of posts");
        }
    }

    /** The bytes of one entry; the archive is read up to it. */
    public static InputStream open(InputStream in, String name) throws IOException {
        var zip = new ZipInputStream(in);
        for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
            if (entry.getName().equals(name)) {
                return zip;
            }
        }
        zip.close();
        throw new UnusableZipException("the archive has no " + name + " any more");
    }

    /** Counts the bytes that were read. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
