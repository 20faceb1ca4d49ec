package dev.earshot.local.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Passes the bytes of each connection to a port of the loopback address. Thread-safe. */
public final class Forwarding implements AutoCloseable {
    private final ServerSocket listening;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Forwarding(ServerSocket listening, int port) {
        this.listening = listening;
        this.port = port;
    }

    /**
     * Starts listening.
     *
     * @param address where
     * @param port of the server behind
     * @throws IOException if the address is in use or not this machine's
     */
    public static Forwarding start(InetSocketAddress address, int port) throws IOException {
        ServerSocket listening = new ServerSocket();
        try {
            listening.setReuseAddress(true);
            listening.bind(address);
        } catch (IOException e) {
            listening.close();
            throw e;
        }
        Forwarding forwarding = new Forwarding(listening, port);
        forwarding.threads.execute(forwarding::accept);
        return forwarding;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket outer = listening.accept();
                threads.execute(() -> connect(outer));
            } catch (SocketException e) {
                return; // closed
            } catch (IOException e) {
                // One connection failed; the next may not.
            }
        }
    }

    private void connect(Socket outer) {
        open.add(outer);
        try (outer;
                Socket inner = new Socket()) {
            open.add(inner);
            inner.connect(Loopback.address(port));
            inner.setTcpNoDelay(true);
            outer.setTcpNoDelay(true);
            var back = threads.submit(() -> pass(inner, outer));
            pass(outer, inner);
            back.get();
        } catch (Exception e) {
            // Either side has gone: both are closed.
        } finally {
            open.remove(outer);
        }
    }

    /** Passes bytes until one side ends, and then tells the other. */
    private boolean pass(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            // It is gone already.
        }
        threads.shutdownNow();
    }
}
