package dev.earshot.trends.topic;

import dev.earshot.trends.episode.EpisodeState;

/** A topic has begun, become strong or ended. */
public record TopicChange(Topic topic, EpisodeState state) {}
