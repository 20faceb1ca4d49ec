package dev.earshot.core.net;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps calls that others ask for, such as webhooks, from leading inside. An address is looked up
 * here and nowhere else, and connected to as it was checked, so that a name which leads elsewhere
 * the next moment gains nothing. Thread-safe.
 */
public final class HostGuard {
    private final Set<String> trusted;
    private final Lookup lookup;

    /** Finds the addresses of a host. */
    public interface Lookup {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    /**
     * @param trusted hosts, in lower case, that are called whatever their address, over plain HTTP
     *     too; none on AWS
     */
    public HostGuard(Set<String> trusted, Lookup lookup) {
        this.trusted = Set.copyOf(trusted);
        this.lookup = lookup;
    }

    /** With the addresses that this machine finds. */
    public static HostGuard ofThisMachine(Set<String> trusted) {
        return new HostGuard(trusted, InetAddress::getAllByName);
    }

    /** Why an address may not be called as it is written; empty if it may. */
    public Optional<String> refusal(URI address) {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        if (!secure && !("http".equalsIgnoreCase(address.getScheme()) && trusts(host(address)))) {
            return Optional.of("must begin with https://");
        }
        return Optional.empty();
    }

    /** The same, with a look at where its host leads now. */
    public Optional<String> refusalNow(URI address) {
        Optional<String> refusal = refusal(address);
        if (refusal.isPresent()) {
            return refusal;
        }
        try {
            addresses(host(address));
            return Optional.empty();
        } catch (AddressRule.InsideException e) {
            return Optional.of("must lead to a public address; its host is inside a network");
        } catch (UnknownHostException e) {
            return Optional.of("must have a host that can be found; its name has no address");
        }
    }

    /**
     * Where to connect to for a host.
     *
     * @throws AddressRule.InsideException if any of its addresses is not public
     * @throws UnknownHostException if it has none
     */
    public InetAddress[] addresses(String host) throws UnknownHostException {
        InetAddress[] found = lookup.all(host);
        return trusts(host) ? found : AddressRule.publicOnly(host, found);
    }

    private boolean trusts(String host) {
        return trusted.contains(host.toLowerCase(Locale.ROOT));
    }

    /** Without the brackets of an IPv6 address. */
    private static String host(URI address) {
        String host = String.valueOf(address.getHost());
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host;
    }
}
