package dev.earshot.core.media;

import dev.earshot.core.WorkspaceId;

/** What the bucket says about a file. */
public sealed interface MediaEvent {
    WorkspaceId workspace();

    /** The S3 key, decoded. */
    String key();

    /** S3's sequencer, which orders events of one key; empty if unknown. */
    String version();

    /** The file was written. */
    record Created(WorkspaceId workspace, String key, String version) implements MediaEvent {}

    /** The file was deleted. */
    record Removed(WorkspaceId workspace, String key, String version) implements MediaEvent {}
}
