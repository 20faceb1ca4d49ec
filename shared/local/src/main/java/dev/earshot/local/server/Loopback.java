package dev.earshot.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;

/** The one address that the embedded cloud listens on. */
public final class Loopback {
    /** Address of every server: nothing outside this machine can reach it. */
    public static final String HOST = "127.0.0.1";

    private Loopback() {}

    /** The socket address of a port. */
    public static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(HOST), port);
    }

    /** The address of a server, without a trailing slash. */
    public static String url(int port) {
        return "http://" + HOST + ":" + port;
    }

    /**
     * The wanted port if it is free, else one that the system chooses; 0 always leaves the choice
     * to the system.
     */
    public static int freePort(int wanted) {
        if (wanted != 0 && free(wanted)) {
            return wanted;
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(HOST))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on " + HOST, e);
        }
    }

    /**
     * A free port of a loopback address that is drawn from 16 million where the system has them all
     * (Linux), so that a web page can't try them all; elsewhere of the usual one.
     */
    static InetSocketAddress hidden() throws IOException {
        byte[] address = new byte[4];
        new SecureRandom().nextBytes(address);
        address[0] = 127;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(address))) {
            return (InetSocketAddress) socket.getLocalSocketAddress();
        } catch (IOException e) {
            return address(freePort(0));
        }
    }

    /** Whether a port is free now. */
    public static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address(port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
