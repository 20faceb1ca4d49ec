package dev.earshot.privacy.network;

import dev.earshot.core.privacy.PiiKind;
import dev.earshot.core.privacy.PiiSpan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds addresses of IP version 4 (RFC 791, dotted) and 6 (RFC 4291, section 2.2), and of network
 * devices (IEEE 802, EUI-48). Four numbers after "version" are none. Stateless.
 */
public final class MachineAddresses {
    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

    private static final Pattern V4 =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}.-])"
                            + BYTE
                            + "(?:\\."
                            + BYTE
                            + "){3}(?![\\p{L}\\p{N}]|\\.\\d)");

    private static final Pattern V6 =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}:.])(?:[0-9A-Fa-f:]{1,30}:"
                            + BYTE
                            + "(?:\\."
                            + BYTE
                            + "){3}|[0-9A-Fa-f:]{2,39})(?:%[\\p{Alnum}]{1,15})?(?![\\p{L}\\p{N}:])");

    private static final Pattern DEVICE =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}:.-])(?:[0-9A-Fa-f]{2}(?:(?::[0-9A-Fa-f]{2}){5}|(?:-[0-9A-Fa-f]{2}){5})"
                            + "|[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4})(?![\\p{L}\\p{N}:-])");

    private static final Pattern VERSION =
            Pattern.compile(
                    "(?:version|ver\\.?|firmware|build|release|update|ios|android|chrome|v)[ :]{0,2}$",
                    Pattern.CASE_INSENSITIVE);

    private MachineAddresses() {}

    /** All addresses. */
    public static List<PiiSpan> find(String text) {
        List<PiiSpan> found = new ArrayList<>();
        Matcher v4 = V4.matcher(text);
        while (v4.find()) {
            int from = Math.max(0, v4.start() - 12);
            if (!VERSION.matcher(text).region(from, v4.start()).find()) {
                found.add(new PiiSpan(v4.start(), v4.end(), PiiKind.IP, "IPV4"));
            }
        }
        if (text.indexOf(':') >= 0) {
            Matcher v6 = V6.matcher(text);
            while (v6.find()) {
                if (version6(v6.group())) {
                    found.add(new PiiSpan(v6.start(), v6.end(), PiiKind.IP, "IPV6"));
                }
            }
        }
        Matcher device = DEVICE.matcher(text);
        while (device.find()) {
            found.add(new PiiSpan(device.start(), device.end(), PiiKind.MAC, "EUI48"));
        }
        return found;
    }

    /** Eight groups of at most four digits, or fewer with one gap; a final IPv4 counts as two. */
    static boolean version6(String address) {
        String plain = address.contains("%") ? address.substring(0, address.indexOf('%')) : address;
        int gap = plain.indexOf("::");
        if (gap >= 0 && plain.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        boolean loose = plain.startsWith(":") && gap != 0;
        if (loose || (plain.endsWith(":") && gap != plain.length() - 2)) {
            return false;
        }
        int groups = 0;
        int letters = 0;
        for (String group : plain.split(":", -1)) {
            if (group.isEmpty()) {
                continue;
            }
            groups += group.contains(".") ? 2 : 1;
            letters += group.length();
            if (group.length() > 4 && !group.contains(".")) {
                return false;
            }
        }
        return gap >= 0 ? groups >= 2 && groups <= 7 && letters > 3 : groups == 8;
    }
}
