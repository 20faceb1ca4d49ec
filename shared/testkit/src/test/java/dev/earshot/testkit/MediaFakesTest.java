package dev.earshot.testkit;

import dev.earshot.core.catalogue.MediaCatalogue;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobQueue;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.picture.VisionModel;
import dev.earshot.core.store.DerivedFiles;
import dev.earshot.core.store.LogoStore;
import dev.earshot.core.store.MediaResults;
import dev.earshot.core.store.MediaStore;
import dev.earshot.testkit.contract.DerivedFilesContract;
import dev.earshot.testkit.contract.JobQueueContract;
import dev.earshot.testkit.contract.JobStoreContract;
import dev.earshot.testkit.contract.LogoStoreContract;
import dev.earshot.testkit.contract.MediaCatalogueContract;
import dev.earshot.testkit.contract.MediaResultsContract;
import dev.earshot.testkit.contract.MediaStoreContract;
import dev.earshot.testkit.contract.VisionModelContract;
import dev.earshot.testkit.model.MagicNumberVisionModel;
import dev.earshot.testkit.store.InMemoryDerivedFiles;
import dev.earshot.testkit.store.InMemoryJobQueue;
import dev.earshot.testkit.store.InMemoryJobStore;
import dev.earshot.testkit.store.InMemoryLogoStore;
import dev.earshot.testkit.store.InMemoryMediaCatalogue;
import dev.earshot.testkit.store.InMemoryMediaResults;
import dev.earshot.testkit.store.InMemoryMediaStore;

import org.junit.jupiter.api.Nested;

import java.util.List;

/**
 * The stores of media and jobs in memory, and the vision model without weights, pass the contracts.
 */
final class MediaFakesTest {
    @Nested
    final class InMemoryMediaCatalogueTest extends MediaCatalogueContract {
        @Override
        protected MediaCatalogue catalogue() {
            return new InMemoryMediaCatalogue();
        }
    }

    @Nested
    final class InMemoryLogoStoreTest extends LogoStoreContract {
        @Override
        protected LogoStore store() {
            return new InMemoryLogoStore();
        }
    }

    @Nested
    final class InMemoryMediaResultsTest extends MediaResultsContract {
        @Override
        protected MediaResults store() {
            return new InMemoryMediaResults();
        }
    }

    @Nested
    final class InMemoryMediaStoreTest extends MediaStoreContract {
        private final InMemoryMediaStore store = new InMemoryMediaStore();

        @Override
        protected MediaStore store() {
            return store;
        }

        @Override
        protected void put(String key, byte[] bytes) {
            store.put(key, bytes);
        }
    }

    @Nested
    final class InMemoryJobQueueTest extends JobQueueContract {
        private final InMemoryJobQueue queue = new InMemoryJobQueue();

        @Override
        protected JobQueue queue() {
            return queue;
        }

        @Override
        protected List<Job> received() {
            return queue.jobs();
        }
    }

    @Nested
    final class InMemoryJobStoreTest extends JobStoreContract {
        @Override
        protected JobStore store() {
            return new InMemoryJobStore(clock);
        }
    }

    @Nested
    final class InMemoryDerivedFilesTest extends DerivedFilesContract {
        @Override
        protected DerivedFiles store() {
            return new InMemoryDerivedFiles();
        }
    }

    @Nested
    final class MagicNumberVisionModelTest extends VisionModelContract {
        @Override
        protected VisionModel model() {
            return new MagicNumberVisionModel();
        }

        @Override
        protected byte[] picture() {
            return new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0};
        }
    }
}
