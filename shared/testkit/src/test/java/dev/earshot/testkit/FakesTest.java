package dev.earshot.testkit;

import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.privacy.RequestStore;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.AuthorEnds;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.store.FeedbackStore;
import dev.earshot.core.store.ParkedStore;
import dev.earshot.core.store.TextVault;
import dev.earshot.core.text.TextModel;
import dev.earshot.influence.score.ScoreStore;
import dev.earshot.testkit.contract.AnalysisCommitContract;
import dev.earshot.testkit.contract.AnalysisStoreContract;
import dev.earshot.testkit.contract.AuthorPostsContract;
import dev.earshot.testkit.contract.BrandStoreContract;
import dev.earshot.testkit.contract.FeedbackStoreContract;
import dev.earshot.testkit.contract.ParkedStoreContract;
import dev.earshot.testkit.contract.PostQueriesContract;
import dev.earshot.testkit.contract.PostScanContract;
import dev.earshot.testkit.contract.RereadPostsContract;
import dev.earshot.testkit.contract.ScoreStoreContract;
import dev.earshot.testkit.contract.TextModelContract;
import dev.earshot.testkit.contract.TextVaultContract;
import dev.earshot.testkit.model.KeywordTextModel;
import dev.earshot.testkit.privacy.AuditLogContract;
import dev.earshot.testkit.privacy.AuthorEndsContract;
import dev.earshot.testkit.privacy.InMemoryAuditLog;
import dev.earshot.testkit.privacy.InMemoryAuthorEnds;
import dev.earshot.testkit.privacy.InMemoryRequestStore;
import dev.earshot.testkit.privacy.RequestStoreContract;
import dev.earshot.testkit.store.InMemoryAnalysisStore;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.testkit.store.InMemoryFeedbackStore;
import dev.earshot.testkit.store.InMemoryParkedStore;
import dev.earshot.testkit.store.InMemoryScoreStore;
import dev.earshot.testkit.store.InMemoryTextVault;

import org.junit.jupiter.api.Nested;

/**
 * The stores of posts, authors and brands in memory, and the text model without weights, pass the
 * contracts.
 */
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
    final class InMemoryAnalysisStoreTest extends AnalysisStoreContract {
        @Override
        protected AnalysisStore store() {
            return new InMemoryAnalysisStore();
        }
    }

    @Nested
    final class InMemoryAnalysisCommitTest extends AnalysisCommitContract {
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
    final class InMemoryBrandStoreTest extends BrandStoreContract {
        @Override
        protected BrandStore store() {
            return new InMemoryBrandStore();
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
    final class InMemoryParkedStoreTest extends ParkedStoreContract {
        @Override
        protected ParkedStore store() {
            return new InMemoryParkedStore();
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
}
