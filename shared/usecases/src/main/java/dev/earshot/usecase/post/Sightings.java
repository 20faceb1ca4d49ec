package dev.earshot.usecase.post;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.PostEvent;

import java.util.List;

/**
 * Hears whose posts were stored and who is gone, once that is stored. It may hear the same again,
 * and a StoreException that it throws lets the message come again. Thread-safe.
 */
public interface Sightings {
    /** Hears nothing. */
    Sightings NONE =
            new Sightings() {
                @Override
                public void published(WorkspaceId workspace, List<PostEvent> events) {}

                @Override
                public void gone(WorkspaceId workspace, AuthorRef author) {}
            };

    void published(WorkspaceId workspace, List<PostEvent> events);

    void gone(WorkspaceId workspace, AuthorRef author);
}
