package dev.earshot.testkit.store;

import dev.earshot.core.Digests;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.picture.LogoReference;
import dev.earshot.core.store.LogoStore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Logos in memory. Thread-safe: every call takes the one lock. */
public final class InMemoryLogoStore implements LogoStore {
    private final Map<String, List<LogoReference>> logos = new HashMap<>();

    @Override
    public synchronized void put(WorkspaceId workspace, String brandId, List<byte[]> pictures) {
        if (pictures.isEmpty() || pictures.size() > MAX_PICTURES) {
            throw new IllegalArgumentException(
                    "pictures must be 1 to " + MAX_PICTURES + ", got " + pictures.size());
        }
        List<LogoReference> references = new ArrayList<>();
        for (byte[] picture : pictures) {
            references.add(new LogoReference(brandId, Digests.sha256(picture), picture.clone()));
        }
        logos.put(workspace + "/" + brandId, List.copyOf(references));
    }

    @Override
    public synchronized List<LogoReference> get(WorkspaceId workspace, String brandId) {
        return logos.getOrDefault(workspace + "/" + brandId, List.of());
    }

    @Override
    public synchronized void delete(WorkspaceId workspace, String brandId) {
        logos.remove(workspace + "/" + brandId);
    }
}
