package dev.earshot.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import dev.earshot.collect.source.SourceKind;
import dev.earshot.collect.source.SourceSpec;
import dev.earshot.collect.state.SourceStatus;
import dev.earshot.collect.state.SourceStore;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.lambda.Services;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A source, from the table by the schedule to the queue of posts. */
@Tag("long") // waits a minute for the schedule
final class CollectInCloudTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("default");

    @Test
    void feed_ofAWorkspace_isCollectedByTheSchedule(@TempDir Path folder) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer news =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] feed = feed().getBytes(StandardCharsets.UTF_8);
        news.createContext(
                "/rss",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.sendResponseHeaders(200, feed.length);
                    exchange.getResponseBody().write(feed);
                    exchange.close();
                });
        news.start();
        try (EmbeddedCloud cloud = FakeStack.start(folder, false)) {
            var services =
                    new Services(
                            FakeStack.asOwner(cloud, "CollectPostsFunction"),
                            InstantSource.system());
            SourceStore sources = services.sourceStore();
            services.brandStore().put(WORKSPACE, Brand.named("nivaro", "Nivaro"));
            String address = "http://localhost:" + news.getAddress().getPort() + "/rss";
            sources.put(
                    WORKSPACE,
                    SourceSpec.of("news", SourceKind.FEED, List.of("nivaro"), List.of(address)));
            FakeStack.await(
                    "the source to be collected",
                    () -> sources.status(WORKSPACE, "news").completeUntil().isPresent());

            SourceStatus status = sources.status(WORKSPACE, "news");
            assertThat(status.sent()).as("the item that names the brand").isEqualTo(1);
            assertThat(status.error()).isEmpty();
            assertThat(asked).as("within its interval").hasValue(1);
        } finally {
            news.stop(0);
        }
    }

    private static String feed() {
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        Instant.now().minusSeconds(600).atOffset(ZoneOffset.UTC));
        String item =
                "<item><title>%s</title><link>https://n.example/%s</link><pubDate>%s</pubDate></item>";
        return "<rss version=\"2.0\"><channel><title>n</title>"
                + item.formatted("Nivaro opens a shop", "1", date)
                + item.formatted("Weather stays dry", "2", date)
                + "</channel></rss>";
    }
}
