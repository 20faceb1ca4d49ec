package dev.earshot.wire.api;

import dev.earshot.core.brand.Brand;

import java.util.List;

/** A brand as the API shows it; the same JSON may be sent back. */
record BrandView(
        String id,
        String name,
        List<String> aliases,
        List<String> handles,
        List<String> hashtags,
        List<String> products,
        List<String> competitors,
        List<String> values,
        List<String> context,
        List<String> ambiguous,
        List<AccountView> accounts) {
    /** An account that the brand has itself. */
    record AccountView(String platform, String handle) {}

    static BrandView of(Brand brand) {
        return new BrandView(
                brand.id(),
                brand.name(),
                brand.aliases(),
                brand.handles(),
                brand.hashtags(),
                brand.products(),
                brand.competitors(),
                brand.values(),
                brand.context(),
                brand.ambiguous(),
                brand.accounts().stream()
                        .map(each -> new AccountView(each.platform().key(), each.handle()))
                        .toList());
    }
}
