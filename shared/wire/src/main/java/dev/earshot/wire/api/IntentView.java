package dev.earshot.wire.api;

import dev.earshot.core.text.Intent;
import dev.earshot.core.text.Intents;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an author wants of a brand.
 *
 * @param label an intent, or {@code abstain} where the model is not sure enough
 */
record IntentView(String label, Map<String, Double> probabilities) {
    static IntentView of(Intents intents) {
        var shown = new LinkedHashMap<String, Double>();
        for (Intent intent : Intent.values()) {
            shown.put(intent.key(), intents.scores().getOrDefault(intent, 0.0));
        }
        return new IntentView(intents.verdict().map(Intent::key).orElse("abstain"), shown);
    }
}
