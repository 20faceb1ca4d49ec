package dev.earshot.testkit.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.SealedText;
import dev.earshot.core.store.StoreException;
import dev.earshot.core.store.TextVault;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Texts in memory, unencrypted, but opened only with their key. Thread-safe: one lock. */
public final class InMemoryTextVault implements TextVault {
    private static final int OVERHEAD = 16;

    private record Place(String object, long offset) {}

    private record Entry(byte[] key, String text) {}

    private final Map<Place, Entry> entries = new HashMap<>();
    private int objects;
    private int keys;

    @Override
    public synchronized List<SealedText> seal(WorkspaceId workspace, List<String> texts) {
        String object = "text/" + workspace + "/" + objects++;
        var sealed = new ArrayList<SealedText>();
        long offset = 0;
        for (String text : texts) {
            byte[] key = ByteBuffer.allocate(32).putInt(keys++).array();
            int length = text.length() + OVERHEAD;
            entries.put(new Place(object, offset), new Entry(key, text));
            sealed.add(new SealedText(object, offset, length, key));
            offset += length;
        }
        return sealed;
    }

    @Override
    public synchronized Optional<String> open(SealedText sealed) {
        Entry entry = entries.get(new Place(sealed.object(), sealed.offset()));
        if (entry == null) {
            return Optional.empty();
        }
        if (!Arrays.equals(entry.key(), sealed.key())) {
            throw new StoreException(sealed + " was sealed with another key", null);
        }
        return Optional.of(entry.text());
    }

    /** Deletes all texts, as at the end of their lifetime. */
    public synchronized void expire() {
        entries.clear();
    }
}
