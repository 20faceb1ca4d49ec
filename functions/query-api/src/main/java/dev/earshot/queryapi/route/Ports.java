package dev.earshot.queryapi.route;

import dev.earshot.collect.state.SourceStore;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.catalogue.MediaCatalogue;
import dev.earshot.core.directory.CreatorDirectory;
import dev.earshot.core.export.ExportFiles;
import dev.earshot.core.job.JobQueue;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.picture.QuestionVectors;
import dev.earshot.core.post.PostDecoder;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.RequestStore;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.AuthorEnds;
import dev.earshot.core.store.AuthorPosts;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.store.DerivedFiles;
import dev.earshot.core.store.FeedbackStore;
import dev.earshot.core.store.LogoStore;
import dev.earshot.core.store.MediaResults;
import dev.earshot.core.store.MediaStore;
import dev.earshot.core.store.ParkedStore;
import dev.earshot.core.store.PostQueue;
import dev.earshot.core.store.TextVault;
import dev.earshot.core.usage.Budget;
import dev.earshot.core.usage.UsageStore;
import dev.earshot.core.view.ViewStore;
import dev.earshot.engagement.campaign.CampaignStore;
import dev.earshot.engagement.cases.CaseStore;
import dev.earshot.engagement.segment.SegmentStore;
import dev.earshot.influence.score.ScoreStore;
import dev.earshot.influence.shortlist.ShortlistStore;
import dev.earshot.query.Cursors;
import dev.earshot.queryapi.alert.AlertPorts;
import dev.earshot.queryapi.usage.BudgetGuard;

import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Dependencies of the API.
 *
 * @param decoder reads whole request bodies, so its limits must be {@link PostRoutes}'s
 * @param messageDecoder decodes as the consumer of the posts queue does
 * @param randomHex supplies 32 unguessable hexadecimal digits
 * @param defaultWorkspace owner of media whose key contains no workspace
 * @param maxPictureBytes largest picture that is analysed
 */
public record Ports(
        AnalysisStore posts,
        BrandStore brands,
        TextVault texts,
        MediaResults media,
        MediaStore files,
        DerivedFiles derived,
        MediaCatalogue catalogue,
        QuestionVectors questions,
        LogoStore logos,
        JobStore jobs,
        JobQueue jobQueue,
        ParkedStore parked,
        FeedbackStore feedback,
        CaseStore cases,
        CampaignStore campaigns,
        SegmentStore segments,
        PostQueue queue,
        PostDecoder decoder,
        PostDecoder messageDecoder,
        Cursors cursors,
        Supplier<String> randomHex,
        WorkspaceId defaultWorkspace,
        long maxPictureBytes,
        InstantSource clock,
        Pseudonymiser pseudonymiser,
        ScoreStore scores,
        AlertPorts alerts,
        AuthorPosts authors,
        CreatorDirectory directory,
        ShortlistStore shortlists,
        AuditLog audit,
        RequestStore requests,
        AuthorEnds ends,
        SourceStore sources,
        ViewStore views,
        ExportFiles exports,
        UsageStore usage,
        Budget allowance) {
    /** Refuses what the budget has no room for. */
    public BudgetGuard budget() {
        return new BudgetGuard(allowance);
    }
}
