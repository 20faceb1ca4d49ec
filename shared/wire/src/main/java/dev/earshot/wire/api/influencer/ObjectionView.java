package dev.earshot.wire.api.influencer;

import java.time.Instant;

/** That an author objects to being scored, and since when. */
public record ObjectionView(String pseudonym, Instant since) {}
