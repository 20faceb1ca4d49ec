package dev.earshot.wire.api.privacy;

import java.util.List;

/** People's requests, the latest received first. */
public record PersonRequestListView(List<PersonRequestView> requests) {
    public PersonRequestListView {
        requests = List.copyOf(requests);
    }
}
