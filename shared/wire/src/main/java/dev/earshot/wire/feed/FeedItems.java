package dev.earshot.wire.feed;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Reader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The items of an RSS feed or the entries of an Atom feed, one at a time, in bounded memory.
 * Documents that define entities are read without them; nothing outside the file is fetched. For
 * one thread.
 */
final class FeedItems implements AutoCloseable {
    private static final Set<String> ITEMS = Set.of("item", "entry");
    private static final int MAX_ITEM_LENGTH = 4 << 20;

    private final Reader source;
    private final XMLStreamReader xml;
    private String language = "";

    /**
     * An item.
     *
     * @param fields texts by the names of their elements, in lower case without prefix; markup
     *     within them is kept as it is written in a text, and dropped where it is part of the XML
     * @param tooLong whether it was cut
     */
    record Item(Map<String, String> fields, boolean tooLong) {
        Item {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    FeedItems(Reader source) throws XMLStreamException {
        this.source = source;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        this.xml = factory.createXMLStreamReader(source);
    }

    /** The language that the feed states; empty if it states none. */
    String language() {
        return language;
    }

    /**
     * The next item; empty at the end.
     *
     * @throws XMLStreamException if the document breaks off or is not well-formed
     */
    Optional<Item> next() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = name();
            if (ITEMS.contains(name)) {
                return Optional.of(item());
            }
            String lang = xml.getAttributeValue("http://www.w3.org/XML/1998/namespace", "lang");
            language = lang == null ? language : lang;
            if (name.equals("language") && language.isEmpty()) {
                language = text(new int[] {MAX_ITEM_LENGTH}).strip();
            }
        }
        return Optional.empty();
    }

    private Item item() throws XMLStreamException {
        var fields = new LinkedHashMap<String, String>();
        int[] room = {MAX_ITEM_LENGTH};
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                field(fields, room);
            }
        }
        return new Item(fields, room[0] < 0);
    }

    private void field(Map<String, String> fields, int[] room) throws XMLStreamException {
        String name = name();
        @Nullable String address = xml.getAttributeValue(null, "href");
        @Nullable String relation = xml.getAttributeValue(null, "rel");
        String text = text(room).strip();
        if (name.equals("link") && address != null) {
            boolean own = relation == null || relation.equals("alternate");
            text = own ? address : "";
        }
        if (!text.isEmpty()) {
            fields.putIfAbsent(name, text);
        }
    }

    /** The text up to the end of the element begun, that of elements within it included. */
    private String text(int[] room) throws XMLStreamException {
        var text = new StringBuilder();
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    text.append(' ');
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE -> {
                    room[0] -= xml.getTextLength();
                    if (room[0] >= 0) {
                        text.append(xml.getText());
                    }
                }
                default -> {}
            }
        }
        return text.toString();
    }

    private String name() {
        return xml.getLocalName().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
