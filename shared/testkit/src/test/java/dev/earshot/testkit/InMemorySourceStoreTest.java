package dev.earshot.testkit;

import dev.earshot.collect.state.SourceStore;
import dev.earshot.testkit.collect.InMemorySourceStore;
import dev.earshot.testkit.collect.SourceStoreContract;

final class InMemorySourceStoreTest extends SourceStoreContract {
    @Override
    protected SourceStore store() {
        return new InMemorySourceStore();
    }
}
