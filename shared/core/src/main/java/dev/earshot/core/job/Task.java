package dev.earshot.core.job;

import dev.earshot.core.Checks;
import dev.earshot.core.FieldException;
import dev.earshot.core.export.ExportContent;
import dev.earshot.core.export.ExportFormat;
import dev.earshot.core.post.PostFiles;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a job is to do. Keys and prefixes are those of the media bucket, decoded. */
public sealed interface Task {
    /** {@code video}, {@code batch}, {@code claim} or {@code export}. */
    String kind();

    /** The key or prefix that it reads, or the brand. */
    String input();

    /**
     * Analyses one video.
     *
     * @param version S3's sequencer of the upload, empty if unknown; also the version of the result
     */
    record Video(String key, String version) implements Task {
        public Video {
            Checks.name("key", key, MAX_KEY_LENGTH);
        }

        @Override
        public String kind() {
            return VIDEO;
        }

        @Override
        public String input() {
            return key;
        }
    }

    /**
     * Analyses the posts of one file, in any form that {@link PostFiles} reads.
     *
     * @param source the format's name, empty to detect it
     * @param hints what the user says about a table
     */
    record Posts(String key, Optional<String> source, PostFiles.Hints hints) implements Task {
        /** A file of which the user says nothing. */
        public Posts(String key, Optional<String> source) {
            this(key, source, PostFiles.Hints.NONE);
        }

        public Posts {
            Checks.name("key", key, MAX_KEY_LENGTH);
        }

        @Override
        public String kind() {
            return BATCH;
        }

        @Override
        public String input() {
            return key;
        }
    }

    /** Analyses every picture whose key begins with a prefix, including those analysed before. */
    record Pictures(String prefix) implements Task {
        public Pictures {
            Checks.name("prefix", prefix, MAX_KEY_LENGTH);
        }

        @Override
        public String kind() {
            return BATCH;
        }

        @Override
        public String input() {
            return prefix;
        }
    }

    /**
     * Attributes stored posts to a brand, and to the competitors that are watched because of it, as
     * its terms are now, without reading them again.
     */
    record Claim(String brandId) implements Task {
        public Claim {
            Checks.name("brand", brandId, 64);
        }

        @Override
        public String kind() {
            return CLAIM;
        }

        @Override
        public String input() {
            return brandId;
        }
    }

    /**
     * Writes what is known of a brand to a file.
     *
     * @param from only what is of then or later
     * @param to only what is from before then
     */
    record Export(
            String brandId, ExportContent content, ExportFormat format, Instant from, Instant to)
            implements Task {
        public Export {
            Checks.name("brand", brandId, 64);
            if (!from.isBefore(to)) {
                throw new FieldException("to", "must be after from, " + from + ", got " + to);
            }
        }

        @Override
        public String kind() {
            return EXPORT;
        }

        @Override
        public String input() {
            return brandId;
        }

        /** How much of its time lies at {@code at} and later, 0 to 1. */
        public double fractionFrom(Instant at) {
            double all = Duration.between(from, to).toMillis();
            return all == 0 ? 0 : Math.clamp(Duration.between(at, to).toMillis() / all, 0, 1);
        }

        /** The name under which the file is saved. */
        public String fileName() {
            return "earshot-" + brandId + "-" + content.key() + "." + format.key();
        }
    }

    /** The kind of an {@link Export}. */
    String EXPORT = "export";

    /** The kind of a {@link Claim}. */
    String CLAIM = "claim";

    /** The kind of a {@link Video}. */
    String VIDEO = "video";

    /** The kind of {@link Posts} and {@link Pictures}. */
    String BATCH = "batch";

    /** S3 takes keys of at most 1,024 bytes. */
    int MAX_KEY_LENGTH = 1024;
}
