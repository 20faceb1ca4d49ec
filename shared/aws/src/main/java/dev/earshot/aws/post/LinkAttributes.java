package dev.earshot.aws.post;

import dev.earshot.aws.table.TableItem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Where a post's links are kept, as the attribute {@code lb}: a word for each of its brands, in
 * their order, {@code <id>:<bound>}, the bound in base 36. An id that equals the one before, at
 * first that of the journal, is left out; a brand without a link has {@code -}. Stateless.
 */
final class LinkAttributes {
    private static final int RADIX = 36;
    private static final String NONE = "-";

    private LinkAttributes() {}

    static void write(
            List<String> brands,
            String journal,
            Map<String, LinkBlocks.Place> links,
            TableItem item) {
        if (links.isEmpty()) {
            return;
        }
        var words = new StringJoiner(" ");
        String last = journal;
        for (String brand : brands) {
            LinkBlocks.Place place = links.get(brand);
            if (place == null) {
                words.add(NONE);
                continue;
            }
            words.add(
                    (place.id().equals(last) ? "" : place.id())
                            + ":"
                            + Long.toString(place.bound(), RADIX));
            last = place.id();
        }
        item.with("lb", words.toString());
    }

    static Map<String, LinkBlocks.Place> read(List<String> brands, TableItem item) {
        if (!item.has("lb")) {
            return Map.of();
        }
        var links = new HashMap<String, LinkBlocks.Place>();
        String[] words = item.need("lb").split(" ", -1);
        String last = item.text("j", "");
        for (int i = 0; i < words.length; i++) {
            if (words[i].equals(NONE)) {
                continue;
            }
            int colon = words[i].indexOf(':');
            last = colon == 0 ? last : words[i].substring(0, colon);
            links.put(
                    brands.get(i),
                    new LinkBlocks.Place(
                            last, Long.parseLong(words[i].substring(colon + 1), RADIX)));
        }
        return links;
    }
}
