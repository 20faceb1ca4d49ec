package dev.earshot.testkit;

import dev.earshot.alerts.outbox.Outbox;
import dev.earshot.alerts.rule.AlertSettings;
import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.catalogue.MediaCatalogue;
import dev.earshot.core.directory.CreatorDirectory;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobQueue;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.picture.VisionModel;
import dev.earshot.core.privacy.RequestStore;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.ApiKeyRegistry;
import dev.earshot.core.store.AuthorEnds;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.store.DerivedFiles;
import dev.earshot.core.store.FeedbackStore;
import dev.earshot.core.store.LogoStore;
import dev.earshot.core.store.MediaResults;
import dev.earshot.core.store.MediaStore;
import dev.earshot.core.store.ParkedStore;
import dev.earshot.core.store.TextVault;
import dev.earshot.core.text.TextModel;
import dev.earshot.core.usage.UsageStore;
import dev.earshot.core.view.ViewStore;
import dev.earshot.engagement.campaign.CampaignStore;
import dev.earshot.engagement.cases.CaseStore;
import dev.earshot.engagement.segment.SegmentStore;
import dev.earshot.influence.score.ScoreStore;
import dev.earshot.influence.shortlist.ShortlistStore;
import dev.earshot.testkit.contract.AlertSettingsContract;
import dev.earshot.testkit.contract.AnalysisStoreContract;
import dev.earshot.testkit.contract.ApiKeysContract;
import dev.earshot.testkit.contract.AuthorPostsContract;
import dev.earshot.testkit.contract.BrandStoreContract;
import dev.earshot.testkit.contract.CaseStoreContract;
import dev.earshot.testkit.contract.DerivedFilesContract;
import dev.earshot.testkit.contract.FeedbackStoreContract;
import dev.earshot.testkit.contract.JobQueueContract;
import dev.earshot.testkit.contract.JobStoreContract;
import dev.earshot.testkit.contract.LogoStoreContract;
import dev.earshot.testkit.contract.MediaCatalogueContract;
import dev.earshot.testkit.contract.MediaResultsContract;
import dev.earshot.testkit.contract.MediaStoreContract;
import dev.earshot.testkit.contract.OutboxContract;
import dev.earshot.testkit.contract.ParkedStoreContract;
import dev.earshot.testkit.contract.PostQueriesContract;
import dev.earshot.testkit.contract.PostScanContract;
import dev.earshot.testkit.contract.RereadPostsContract;
import dev.earshot.testkit.contract.ScoreStoreContract;
import dev.earshot.testkit.contract.TextModelContract;
import dev.earshot.testkit.contract.TextVaultContract;
import dev.earshot.testkit.contract.VisionModelContract;
import dev.earshot.testkit.directory.CreatorDirectoryContract;
import dev.earshot.testkit.directory.InMemoryCreatorDirectory;
import dev.earshot.testkit.directory.InMemoryShortlistStore;
import dev.earshot.testkit.directory.ShortlistStoreContract;
import dev.earshot.testkit.engagement.CampaignStoreContract;
import dev.earshot.testkit.engagement.InMemoryCampaignStore;
import dev.earshot.testkit.engagement.InMemorySegmentStore;
import dev.earshot.testkit.engagement.SegmentStoreContract;
import dev.earshot.testkit.model.KeywordTextModel;
import dev.earshot.testkit.model.MagicNumberVisionModel;
import dev.earshot.testkit.privacy.AuditLogContract;
import dev.earshot.testkit.privacy.AuthorEndsContract;
import dev.earshot.testkit.privacy.InMemoryAuditLog;
import dev.earshot.testkit.privacy.InMemoryAuthorEnds;
import dev.earshot.testkit.privacy.InMemoryRequestStore;
import dev.earshot.testkit.privacy.RequestStoreContract;
import dev.earshot.testkit.store.InMemoryAlertSettings;
import dev.earshot.testkit.store.InMemoryAnalysisStore;
import dev.earshot.testkit.store.InMemoryApiKeys;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.testkit.store.InMemoryCaseStore;
import dev.earshot.testkit.store.InMemoryDerivedFiles;
import dev.earshot.testkit.store.InMemoryFeedbackStore;
import dev.earshot.testkit.store.InMemoryJobQueue;
import dev.earshot.testkit.store.InMemoryJobStore;
import dev.earshot.testkit.store.InMemoryLogoStore;
import dev.earshot.testkit.store.InMemoryMediaCatalogue;
import dev.earshot.testkit.store.InMemoryMediaResults;
import dev.earshot.testkit.store.InMemoryMediaStore;
import dev.earshot.testkit.store.InMemoryOutbox;
import dev.earshot.testkit.store.InMemoryParkedStore;
import dev.earshot.testkit.store.InMemoryScoreStore;
import dev.earshot.testkit.store.InMemoryTextVault;
import dev.earshot.testkit.usage.InMemoryUsageStore;
import dev.earshot.testkit.usage.UsageStoreContract;
import dev.earshot.testkit.view.InMemoryViewStore;
import dev.earshot.testkit.view.ViewStoreContract;

import org.junit.jupiter.api.Nested;

import java.time.InstantSource;
import java.util.List;

/** The stores in memory and the models without weights pass the contracts. */
final class FakesTest {
    @Nested
    final class InMemoryAuditLogTest extends AuditLogContract {
        @Override
        protected AuditLog log() {
            return new InMemoryAuditLog();
        }
    }

    @Nested
    final class InMemoryRequestStoreTest extends RequestStoreContract {
        @Override
        protected RequestStore store() {
            return new InMemoryRequestStore();
        }
    }

    @Nested
    final class InMemoryAuthorEndsTest extends AuthorEndsContract {
        @Override
        protected AuthorEnds store() {
            return new InMemoryAuthorEnds();
        }
    }

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
    final class InMemoryAnalysisStoreTest extends AnalysisStoreContract {
        @Override
        protected AnalysisStore store() {
            return new InMemoryAnalysisStore();
        }
    }

    @Nested
    final class InMemoryRereadPostsTest extends RereadPostsContract {
        @Override
        protected AnalysisStore store() {
            return new InMemoryAnalysisStore();
        }
    }

    @Nested
    final class InMemoryPostQueriesTest extends PostQueriesContract {
        @Override
        protected AnalysisStore store() {
            return new InMemoryAnalysisStore();
        }
    }

    @Nested
    final class ScannedPosts extends PostScanContract {
        @Override
        protected AnalysisStore store() {
            return new InMemoryAnalysisStore();
        }
    }

    @Nested
    final class InMemoryAuthorPostsTest extends AuthorPostsContract {
        @Override
        protected Stores stores() {
            var store = new InMemoryAnalysisStore();
            return new Stores(store, store);
        }
    }

    @Nested
    final class InMemoryScoreStoreTest extends ScoreStoreContract {
        @Override
        protected ScoreStore store() {
            return new InMemoryScoreStore();
        }
    }

    @Nested
    final class InMemoryOutboxTest extends OutboxContract {
        private final Outbox outbox = new InMemoryOutbox(clock);

        @Override
        protected Outbox outbox() {
            return outbox;
        }
    }

    @Nested
    final class InMemoryAlertSettingsTest extends AlertSettingsContract {
        private final AlertSettings settings = new InMemoryAlertSettings();

        @Override
        protected AlertSettings settings() {
            return settings;
        }
    }

    @Nested
    final class InMemoryCampaignStoreTest extends CampaignStoreContract {
        private final CampaignStore store = new InMemoryCampaignStore();

        @Override
        protected CampaignStore store() {
            return store;
        }
    }

    @Nested
    final class InMemorySegmentStoreTest extends SegmentStoreContract {
        private final SegmentStore store = new InMemorySegmentStore();

        @Override
        protected SegmentStore store() {
            return store;
        }
    }

    @Nested
    final class InMemoryBrandStoreTest extends BrandStoreContract {
        @Override
        protected BrandStore store() {
            return new InMemoryBrandStore();
        }
    }

    @Nested
    final class InMemoryUsageStoreTest extends UsageStoreContract {
        private final UsageStore usage = new InMemoryUsageStore();

        @Override
        protected UsageStore store() {
            return usage;
        }
    }

    @Nested
    final class InMemoryViewStoreTest extends ViewStoreContract {
        private final ViewStore store = new InMemoryViewStore();

        @Override
        protected ViewStore store() {
            return store;
        }
    }

    @Nested
    final class InMemoryShortlistStoreTest extends ShortlistStoreContract {
        private final ShortlistStore store = new InMemoryShortlistStore();

        @Override
        protected ShortlistStore store() {
            return store;
        }
    }

    @Nested
    final class InMemoryCreatorDirectoryTest extends CreatorDirectoryContract {
        private final ScoreStore scores = new InMemoryScoreStore();
        private final CreatorDirectory directory = new InMemoryCreatorDirectory(scores);

        @Override
        protected ScoreStore scores() {
            return scores;
        }

        @Override
        protected CreatorDirectory directory() {
            return directory;
        }
    }

    @Nested
    final class InMemoryFeedbackStoreTest extends FeedbackStoreContract {
        private final InMemoryAnalysisStore posts = new InMemoryAnalysisStore();
        private final FeedbackStore feedback = new InMemoryFeedbackStore(posts);

        @Override
        protected AnalysisStore posts() {
            return posts;
        }

        @Override
        protected FeedbackStore store() {
            return feedback;
        }
    }

    @Nested
    final class InMemoryCaseStoreTest extends CaseStoreContract {
        private final InMemoryAnalysisStore posts = new InMemoryAnalysisStore();
        private final CaseStore cases = new InMemoryCaseStore(posts);

        @Override
        protected AnalysisStore posts() {
            return posts;
        }

        @Override
        protected CaseStore store() {
            return cases;
        }
    }

    @Nested
    final class InMemoryParkedStoreTest extends ParkedStoreContract {
        @Override
        protected ParkedStore store() {
            return new InMemoryParkedStore();
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
    final class InMemoryTextVaultTest extends TextVaultContract {
        @Override
        protected TextVault vault() {
            return new InMemoryTextVault();
        }
    }

    @Nested
    final class KeywordTextModelTest extends TextModelContract {
        @Override
        protected TextModel model() {
            return new KeywordTextModel();
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
    final class InMemoryApiKeysTest extends ApiKeysContract {
        @Override
        protected ApiKeyRegistry keys() {
            return new InMemoryApiKeys(InstantSource.system());
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
