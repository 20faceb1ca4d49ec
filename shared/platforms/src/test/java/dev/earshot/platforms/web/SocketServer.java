package dev.earshot.platforms.web;

import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A server of WebSockets on this machine that does to each listener what a script says. */
public final class SocketServer implements AutoCloseable {
    private final Server server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Script script;

    /** What is done to a listener. */
    @FunctionalInterface
    public interface Script {
        /**
         * Speaks to a listener.
         *
         * @param path with its query
         */
        void speak(Line line, String path) throws InterruptedException;
    }

    public SocketServer(Script script) throws InterruptedException {
        this.script = script;
        this.server = new Server();
        server.setReuseAddr(true);
        server.setTcpNoDelay(true);
        server.start();
        if (!server.started.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server of WebSockets did not start");
        }
    }

    /** Such as {@code ws://localhost:1234}. */
    public String address() {
        return "ws://localhost:" + server.getPort();
    }

    /** What was asked for, in order. */
    public List<String> asked() {
        return server.asked;
    }

    /** Refuses so many of the next listeners before their connection stands. */
    public void refuse(int listeners) {
        server.refusing.set(listeners);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            server.stop(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A connection as the server has it. */
    public static final class Line {
        private final WebSocket socket;
        private final AtomicInteger pongs;

        private Line(WebSocket socket, AtomicInteger pongs) {
            this.socket = socket;
            this.pongs = pongs;
        }

        /** Sends a message once those before it are on their way; false if nobody listens. */
        public boolean send(String message) {
            while (socket.isOpen() && socket.hasBufferedData()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
            if (!socket.isOpen()) {
                return false;
            }
            socket.send(message);
            return true;
        }

        /** Sends the beginning of a message, as long as the text is. */
        public void begin(String text) {
            socket.sendFragmentedFrame(
                    Opcode.TEXT, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), false);
        }

        /** Sends a ping and waits until it is answered, so that all before it was heard. */
        public void ping() {
            int before = pongs.get();
            socket.sendPing();
            while (socket.isOpen() && pongs.get() == before) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        }

        public void close(int code) {
            socket.close(code, "goodbye");
        }

        /** Breaks the connection off, once what was sent was heard. */
        public void drop() {
            ping();
            socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
        }
    }

    /** The library's server. */
    private final class Server extends WebSocketServer {
        final CountDownLatch started = new CountDownLatch(1);
        final List<String> asked = new CopyOnWriteArrayList<>();
        final AtomicInteger refusing = new AtomicInteger();

        Server() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
            setConnectionLostTimeout(0);
        }

        @Override
        public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
                WebSocket socket, Draft draft, ClientHandshake request)
                throws InvalidDataException {
            asked.add(request.getResourceDescriptor());
            if (refusing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new InvalidDataException(CloseFrame.REFUSE, "refused");
            }
            return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
        }

        @Override
        public void onStart() {
            started.countDown();
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake request) {
            var pongs = new AtomicInteger();
            socket.setAttachment(pongs);
            threads.execute(
                    () -> {
                        try {
                            script.speak(new Line(socket, pongs), request.getResourceDescriptor());
                        } catch (InterruptedException e) {
                            // The test is over.
                            Thread.currentThread().interrupt();
                        }
                    });
        }

        @Override
        public void onWebsocketPong(WebSocket socket, Framedata frame) {
            socket.<AtomicInteger>getAttachment().incrementAndGet();
        }

        @Override
        public void onMessage(WebSocket socket, String message) {
            throw new AssertionError("a listener says nothing, got " + message);
        }

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

        @Override
        public void onError(WebSocket socket, Exception failure) {}
    }
}
