package dev.earshot.local.server;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.jspecify.annotations.Nullable;

import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * DynamoDB Local in this process. Its own runner listens on every interface and reports usage to
 * its maker; this one serves the same request handler on the loopback address only and never
 * reports.
 */
public final class DynamoDbServer implements AutoCloseable {
    private final Server server;
    private final LocalDynamoDBServerHandler handler;

    private DynamoDbServer(Server server, LocalDynamoDBServerHandler handler) {
        this.server = server;
        this.handler = handler;
    }

    /**
     * Starts the server.
     *
     * @param folder where tables are kept, or null to keep them in memory
     */
    public static DynamoDbServer start(int port, @Nullable Path folder) throws Exception {
        String path = null;
        if (folder != null) {
            path = Files.createDirectories(folder).toAbsolutePath().toString();
        }
        LocalDynamoDBServerHandler handler =
                new LocalDynamoDBServerHandler(
                        new LocalDynamoDBRequestHandler(0, folder == null, path, true, false), "*");
        Server server = new Server(Loopback.address(port));
        ContextHandler context = new ContextHandler();
        context.setHandler(handler);
        server.setHandler(context);
        try {
            server.start();
        } catch (IOException e) {
            throw new IOException(
                    "DynamoDB cannot listen on port " + port + ": " + e.getMessage(), e);
        }
        return new DynamoDbServer(server, handler);
    }

    @Override
    public void close() {
        Stop.server("DynamoDB", server::stop);
        handler.close();
    }
}
