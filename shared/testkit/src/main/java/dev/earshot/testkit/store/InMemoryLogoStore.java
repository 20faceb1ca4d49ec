package dev.earshot.testkit.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.media.LogoReference;
import dev.earshot.core.store.LogoStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Logos in memory. Thread-safe: every call takes the one lock. */
public final class InMemoryLogoStore implements LogoStore {
    private final Map<String, List<LogoReference>> logos = new HashMap<>();

    @Override
    public synchronized void put(WorkspaceId workspace, String brandId, List<byte[]> pictures) {
        List<LogoReference> references = new ArrayList<>();
        for (byte[] picture : pictures) {
            references.add(
                    new LogoReference(
                            brandId, HexFormat.of().formatHex(picture), picture.clone()));
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
