package dev.earshot.wire.file;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Kinds of files that are told by their first bytes and are not text. */
final class BinaryKinds {
    private static final String UNPACK = "unpack it and give the files of posts in it";

    private static final int[][] MEDIA = {
        {0xFF, 0xD8},
        {0x89, 'P', 'N', 'G'},
        {'G', 'I', 'F', '8'},
        {'R', 'I', 'F', 'F'},
        {0x1A, 0x45, 0xDF, 0xA3},
        {'I', 'I', 0x2A, 0},
        {'M', 'M', 0, 0x2A},
        {'8', 'B', 'P', 'S'},
        {'O', 'g', 'g', 'S'},
    };

    private BinaryKinds() {}

    /** The kind of a file that begins so; empty if no mark is known. */
    static Optional<FileKind> of(byte[] head) {
        for (int[] mark : MEDIA) {
            if (FileSignature.begins(head, mark)) {
                return Optional.of(new FileKind.Binary());
            }
        }
        if (FileSignature.begins(head, 'P', 'K', 3, 4)
                || FileSignature.begins(head, 'P', 'K', 5, 6)) {
            return Optional.of(zip(head));
        }
        if (FileSignature.begins(head, '%', 'P', 'D', 'F')) {
            return unread("a PDF", "export the data behind it as CSV or JSON");
        }
        if (FileSignature.begins(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return unread(
                    "a document of an old Office (such as .xls)",
                    "save the sheet as 'CSV UTF-8' and give that");
        }
        if (FileSignature.begins(head, 'S', 'Q', 'L', 'i', 't', 'e', ' ')) {
            return unread("an SQLite database", "export the table of posts as CSV");
        }
        if (FileSignature.begins(head, 'P', 'A', 'R', '1')) {
            return unread("a Parquet file", "export it as CSV or NDJSON");
        }
        if (FileSignature.begins(head, 'B', 'Z', 'h')
                || FileSignature.begins(head, 0xFD, '7', 'z', 'X', 'Z')
                || FileSignature.begins(head, 0x28, 0xB5, 0x2F, 0xFD)
                || FileSignature.begins(head, '7', 'z', 0xBC, 0xAF)
                || FileSignature.begins(head, 'R', 'a', 'r', '!')
                || isTar(head)) {
            return unread("an archive that is neither zip nor gzip", UNPACK);
        }
        return isRepository(head)
                ? unread(
                        "a Bluesky repository (CAR)",
                        "unpack it with 'goat repo unpack FILE' and give the posts in its folder"
                                + " app.bsky.feed.post as one JSON array or NDJSON")
                : Optional.empty();
    }

    private static Optional<FileKind> unread(String what, String wayOn) {
        return Optional.of(new FileKind.Unread(what, wayOn));
    }

    /** Documents of today's offices are zip archives whose first entries give them away. */
    private static FileKind zip(byte[] head) {
        String names = new String(head, StandardCharsets.ISO_8859_1);
        if (names.contains("xl/") || names.contains("opendocument.spreadsheet")) {
            return new FileKind.Unread(
                    "a spreadsheet (such as .xlsx)", "save the sheet as 'CSV UTF-8' and give that");
        }
        if (names.contains("word/") || names.contains("ppt/") || names.contains("opendocument.")) {
            return new FileKind.Unread(
                    "a document of an office program", "export the posts in it as CSV");
        }
        // The names of a workbook's sheets may stand behind the first 64 KiB.
        if (names.contains("[Content_Types].xml")) {
            return new FileKind.Unread(
                    "a document of Office (such as .xlsx)",
                    "save the sheet as 'CSV UTF-8' and give that");
        }
        return new FileKind.Zip();
    }

    private static boolean isTar(byte[] head) {
        return head.length > 262
                && new String(head, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }

    /** A CAR begins with the length of a CBOR map that has the name "roots". */
    private static boolean isRepository(byte[] head) {
        String start = new String(head, 0, Math.min(64, head.length), StandardCharsets.ISO_8859_1);
        return start.contains("eroots") && start.contains("version");
    }
}
