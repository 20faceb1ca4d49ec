package dev.earshot.testkit;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.export.ExportFiles;
import dev.earshot.testkit.export.ExportFilesContract;
import dev.earshot.testkit.export.InMemoryExportFiles;

import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class InMemoryExportFilesTest extends ExportFilesContract {
    private static final Instant NOW = Instant.parse("2026-03-04T23:59:59Z");
    private static final Pattern ADDRESS =
            Pattern.compile("https://files.test/exports/([^/]+)/([^/]+)/([^?]+)[?]valid=900");

    @Override
    protected ExportFiles files() {
        return new InMemoryExportFiles(InstantSource.fixed(NOW));
    }

    @Override
    protected Instant now() {
        return NOW;
    }

    @Override
    protected byte[] fetched(ExportFiles files, String url) {
        Matcher address = ADDRESS.matcher(url);
        if (!address.matches()) {
            throw new AssertionError("no address of a file: " + url);
        }
        return ((InMemoryExportFiles) files)
                .bytes(new WorkspaceId(address.group(1)), address.group(2), address.group(3))
                .orElseThrow();
    }
}
