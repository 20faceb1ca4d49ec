package dev.earshot.wire.api.about;

/**
 * Health of the API.
 *
 * @param status {@code ok}
 * @param version of the release
 * @param api the version in every path, such as {@code v1}
 */
public record HealthView(String status, String version, String api) {}
