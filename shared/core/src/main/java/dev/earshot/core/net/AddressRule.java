package dev.earshot.core.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Which addresses a stranger may make us call: public ones alone, so that nobody makes us call what
 * only we can reach. Stateless.
 *
 * @see <a
 *     href="https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml">IANA's
 *     special addresses</a>
 */
public final class AddressRule {
    /** First address and length of what is not public. */
    private static final int[][] SPECIAL = {
        {0, 0, 0, 0, 8}, // this network
        {10, 0, 0, 0, 8}, // private
        {100, 64, 0, 0, 10}, // carriers' own
        {127, 0, 0, 0, 8}, // loopback
        {169, 254, 0, 0, 16}, // link-local, with the metadata services
        {172, 16, 0, 0, 12}, // private
        {192, 0, 0, 0, 24}, // protocols
        {192, 0, 2, 0, 24}, // documentation
        {192, 88, 99, 0, 24}, // 6to4 relays
        {192, 168, 0, 0, 16}, // private
        {198, 18, 0, 0, 15}, // benchmarks
        {198, 51, 100, 0, 24}, // documentation
        {203, 0, 113, 0, 24}, // documentation
        {224, 0, 0, 0, 4}, // multicast
        {240, 0, 0, 0, 4}, // reserved, and broadcast
    };

    private AddressRule() {}

    /** Whether it is a public address. */
    public static boolean isPublic(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> isPublic4(four.getAddress());
            case Inet6Address six -> isPublic6(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic4(byte[] bytes) {
        int address = word(bytes, 0);
        return Arrays.stream(SPECIAL)
                .noneMatch(
                        range -> {
                            int first = range[0] << 24 | range[1] << 16 | range[2] << 8 | range[3];
                            int mask = -1 << (32 - range[4]);
                            return (address & mask) == (first & mask);
                        });
    }

    /**
     * Global unicast (2000::/3) alone. Addresses that carry an IPv4 address (6to4, Teredo) are as
     * good as that one; IPv4-mapped and NAT64 ones lie outside.
     */
    private static boolean isPublic6(byte[] bytes) {
        if ((bytes[0] & 0xe0) != 0x20) {
            return false;
        }
        int first = word(bytes, 0);
        if (first >>> 16 == 0x2002) { // 6to4
            return isPublic4(Arrays.copyOfRange(bytes, 2, 6));
        }
        boolean protocols = first >>> 9 == 0x2001_0000 >>> 9; // 2001::/23: Teredo and others
        boolean documentation = first == 0x2001_0db8 || first >>> 12 == 0x3fff_0;
        return !protocols && !documentation;
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | (bytes[at + 3] & 0xff);
    }

    /** All addresses of a host, if every one of them is public. */
    public static InetAddress[] publicOnly(String host, InetAddress[] found)
            throws UnknownHostException {
        for (InetAddress address : found) {
            if (!isPublic(address)) {
                throw new InsideException(host);
            }
        }
        return found;
    }

    /** A host leads to an address that is not public. */
    public static final class InsideException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        InsideException(String host) {
            super(host + " leads to an address that is not public");
        }
    }
}
