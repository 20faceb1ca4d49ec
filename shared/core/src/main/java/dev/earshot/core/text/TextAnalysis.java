package dev.earshot.core.text;

/** What the text model reads in one text. */
public record TextAnalysis(Sentiment sentiment, Emotions emotions) {}
