package dev.earshot.usecase.job;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.Ledger;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobInbox;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.job.LostHoldException;
import dev.earshot.core.job.Progress;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.Parked;
import dev.earshot.core.store.ParkedStore;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Wraps stores so that their caller can be killed before and after every write. */
final class Mortal {
    private Mortal() {}

    record Jobs(JobStore store, Kill kill) implements JobStore {
        @Override
        public boolean create(Job job) {
            kill.point();
            boolean made = store.create(job);
            kill.point();
            return made;
        }

        @Override
        public Optional<JobState> get(WorkspaceId workspace, String id) {
            return store.get(workspace, id);
        }

        @Override
        public List<JobState> list(WorkspaceId workspace, Optional<JobState> before, int limit) {
            return store.list(workspace, before, limit);
        }

        @Override
        public Claim claim(Job job, String messageId, Duration lease, double hourlyPrice) {
            kill.point();
            Claim claim = store.claim(job, messageId, lease, hourlyPrice);
            kill.point();
            return claim;
        }

        @Override
        public void renew(Hold hold, Duration lease) throws LostHoldException {
            store.renew(hold, lease);
        }

        @Override
        public void save(Hold hold, Progress progress, byte[] checkpoint) throws LostHoldException {
            kill.point();
            store.save(hold, progress, checkpoint);
            kill.point();
        }

        @Override
        public void end(Hold hold, JobState.Phase phase, String reason, Progress progress)
                throws LostHoldException {
            kill.point();
            store.end(hold, phase, reason, progress);
            kill.point();
        }

        @Override
        public void release(Hold hold, String reason) throws LostHoldException {
            kill.point();
            store.release(hold, reason);
            kill.point();
        }
    }

    record Inbox(JobInbox inbox, Kill kill) implements JobInbox {
        @Override
        public List<Delivery> receive(int most, Duration wait, Duration hidden) {
            return inbox.receive(most, wait, hidden);
        }

        @Override
        public void hide(Delivery delivery, Duration hidden) {
            inbox.hide(delivery, hidden);
        }

        @Override
        public void delete(Delivery delivery) {
            kill.point();
            inbox.delete(delivery);
            kill.point();
        }
    }

    record Posts(AnalysisStore store, Kill kill) implements AnalysisStore {
        @Override
        public void forget(WorkspaceId workspace, Collection<PostId> ids) {
            kill.point();
            store.forget(workspace, ids);
        }

        @Override
        public Map<PostId, StoredPost> find(WorkspaceId workspace, Collection<PostId> ids) {
            return store.find(workspace, ids);
        }

        @Override
        public List<Ledger.Effect> commit(WorkspaceId workspace, List<PostChange> changes) {
            kill.point();
            // A commit is one transaction per group of posts, so it may be half done.
            int half = changes.size() / 2;
            store.commit(workspace, changes.subList(0, half));
            kill.point();
            List<Ledger.Effect> effects = store.commit(workspace, changes);
            kill.point();
            return effects;
        }

        @Override
        public Optional<PostAnalysis> post(WorkspaceId workspace, PostId id) {
            return store.post(workspace, id);
        }

        @Override
        public List<PostAnalysis> brandPosts(BrandPosts query) {
            return store.brandPosts(query);
        }

        @Override
        public List<CountDelta> counts(
                WorkspaceId workspace, String brandId, Instant from, Instant to) {
            return store.counts(workspace, brandId, from, to);
        }
    }

    record Parking(ParkedStore store, Kill kill) implements ParkedStore {
        @Override
        public void park(Parked parked) {
            kill.point();
            store.park(parked);
            kill.point();
        }

        @Override
        public List<Parked> list(WorkspaceId workspace, Optional<Parked> after, int limit) {
            return store.list(workspace, after, limit);
        }

        @Override
        public Optional<Parked> get(WorkspaceId workspace, String id) {
            return store.get(workspace, id);
        }
    }
}
