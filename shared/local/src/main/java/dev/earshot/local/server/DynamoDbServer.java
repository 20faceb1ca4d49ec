package dev.earshot.local.server;

import dev.earshot.local.permission.DynamoDbCalls;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * DynamoDB Local in this process. Its own runner listens on every interface, takes requests from
 * anybody and reports usage to its maker; this one serves the same request handler on the loopback
 * address only, to requests that are signed with the stack's own credentials, and never reports.
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
     * @param calls what requests ask to be allowed
     * @param folder where tables are kept, or null to keep them in memory
     */
    public static DynamoDbServer start(
            int port, SignedRequests requests, DynamoDbCalls calls, @Nullable Path folder)
            throws Exception {
        String path = null;
        if (folder != null) {
            path = Files.createDirectories(folder).toAbsolutePath().toString();
        }
        LocalDynamoDBServerHandler handler =
                new LocalDynamoDBServerHandler(
                        new LocalDynamoDBRequestHandler(0, folder == null, path, true, false), "*");
        Server server = new Server(Loopback.address(port));
        ContextHandler context = new ContextHandler();
        context.setHandler(new Guard(requests, calls, handler));
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

    /** Reads the body to check it, and hands it on to be read again. */
    private static final class Guard extends Handler.Wrapper {
        private final SignedRequests requests;
        private final DynamoDbCalls calls;

        Guard(SignedRequests requests, DynamoDbCalls calls, Handler guarded) {
            super(guarded);
            this.requests = requests;
            this.calls = calls;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            byte[] body = bytes(Content.Source.asByteBuffer(request));
            Map<String, List<String>> headers = new HashMap<>();
            for (HttpField field : request.getHeaders()) {
                headers.computeIfAbsent(field.getName(), name -> new ArrayList<>())
                        .add(Objects.requireNonNullElse(field.getValue(), ""));
            }
            String query = request.getHttpURI().getQuery();
            Optional<SignedRequests.Refusal> refusal =
                    requests.refusal(
                            new SignedRequests.Received(
                                    request.getMethod(),
                                    request.getHttpURI().getPath(),
                                    query == null ? "" : query,
                                    headers,
                                    body),
                            asked -> calls.of(asked.operation(), asked.body()));
            if (refusal.isPresent()) {
                response.setStatus(403);
                response.getHeaders().put("content-type", "application/x-amz-json-1.0");
                response.write(true, ByteBuffer.wrap(SignedGate.refusal(refusal.get())), callback);
                return true;
            }
            return super.handle(new Replayed(request, body), response, callback);
        }

        private static byte[] bytes(ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        }
    }

    /** A request whose body was read already. */
    private static final class Replayed extends Request.Wrapper {
        private final Content.Source body;

        Replayed(Request request, byte[] body) {
            super(request);
            this.body = Content.Source.from(ByteBuffer.wrap(body));
        }

        @Override
        public Content.Chunk read() {
            return body.read();
        }

        @Override
        public void demand(Runnable demanded) {
            body.demand(demanded);
        }
    }
}
