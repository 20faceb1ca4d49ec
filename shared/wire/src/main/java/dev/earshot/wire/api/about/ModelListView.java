package dev.earshot.wire.api.about;

import java.util.List;

/** The models of this release. */
public record ModelListView(List<ModelCardView> models) {
    public ModelListView {
        models = List.copyOf(models);
    }
}
