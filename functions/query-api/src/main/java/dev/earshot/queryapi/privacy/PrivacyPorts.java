package dev.earshot.queryapi.privacy;

import dev.earshot.core.privacy.RequestStore;
import dev.earshot.core.store.AuthorEnds;

/** What the routes of people's requests need beside the posts. */
public record PrivacyPorts(RequestStore requests, AuthorEnds ends) {}
