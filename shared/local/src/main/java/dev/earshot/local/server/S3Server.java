package dev.earshot.local.server;

import dev.earshot.local.permission.Identities;

import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.shaded.org.eclipse.jetty.server.Connector;
import org.gaul.shaded.org.eclipse.jetty.server.HttpConnectionFactory;
import org.gaul.shaded.org.eclipse.jetty.server.Server;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * S3Proxy over a folder in this process. Requests must be signed with credentials of the stack, by
 * somebody whose role allows them.
 */
public final class S3Server implements AutoCloseable {
    private static final long STOP_MILLIS = 10_000;
    private static final int THREADS = 32;

    private final S3Proxy server;
    private final BlobStore store;

    private S3Server(S3Proxy server, BlobStore store) {
        this.server = server;
        this.store = store;
    }

    /**
     * How the server is started.
     *
     * @param folder where objects are kept
     * @param identities who may call, and what each may do
     * @param buckets created if they do not exist
     * @param versionedBuckets those whose removals are announced as delete markers
     * @param listener told of each change before the client is; called from many threads
     */
    public record Options(
            int port,
            Path folder,
            Identities identities,
            List<String> buckets,
            Set<String> versionedBuckets,
            Consumer<ObjectChange> listener) {
        public Options {
            buckets = List.copyOf(buckets);
            versionedBuckets = Set.copyOf(versionedBuckets);
        }
    }

    /** Starts the server. */
    public static S3Server start(Options options) throws Exception {
        Path folder = Files.createDirectories(options.folder()).toAbsolutePath();
        BlobStore store =
                new AnnouncingBlobStore(
                        new SafeNamesBlobStore(new FilesystemNio2BlobStore(folder.toString())),
                        options.versionedBuckets(),
                        options.listener());
        for (String bucket : options.buckets()) {
            if (!store.containerExists(bucket)) {
                store.createContainer(bucket);
            }
        }
        S3Proxy server =
                S3Proxy.builder()
                        .blobStore(store)
                        .endpoint(URI.create(Loopback.url(options.port())))
                        // What the locator below says comes before this identity, which nobody has.
                        .awsAuthentication(
                                AuthenticationType.AWS_V2_OR_V4,
                                UUID.randomUUID().toString(),
                                UUID.randomUUID().toString())
                        .ignoreUnknownHeaders(true)
                        .jettyMaxThreads(THREADS)
                        .stopTimeout(STOP_MILLIS)
                        .build();
        server.setBlobStoreLocator(
                (identity, bucket, key) ->
                        options.identities()
                                .find(identity)
                                .map(who -> new AccessGrant(who.secretAccessKey(), store))
                                .orElse(null));
        guard(inner(server), options.identities(), store);
        try {
            server.start();
        } catch (IOException e) {
            throw new IOException(
                    "S3 cannot listen on port " + options.port() + ": " + e.getMessage(), e);
        }
        return new S3Server(server, store);
    }

    /**
     * Clients without a content type of their own often send that of a form. The server would then
     * parse the object as parameters and reject the signature, whereas S3 never parses a body.
     * There is no setting for this, nor one for what an identity may do.
     */
    private static void guard(Server inner, Identities identities, BlobStore store) {
        for (Connector connector : inner.getConnectors()) {
            connector
                    .getConnectionFactory(HttpConnectionFactory.class)
                    .getHttpConfiguration()
                    .setFormEncodedMethods(Set.of());
        }
        inner.setHandler(new S3Gate(identities, store::blobExists, inner.getHandler()));
    }

    private static Server inner(S3Proxy server) throws ReflectiveOperationException {
        Field field = S3Proxy.class.getDeclaredField("server");
        field.setAccessible(true);
        return (Server) field.get(server);
    }

    @Override
    public void close() {
        Stop.server("S3", server::stop);
        store.close();
    }
}
