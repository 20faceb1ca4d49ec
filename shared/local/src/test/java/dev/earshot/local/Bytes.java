package dev.earshot.local;

import dev.earshot.core.privacy.PersonalStore;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** All bytes that a stack keeps, and where in them a word stands, in whichever form. */
final class Bytes {
    private final Map<String, String> byPlace = new HashMap<>();

    /** Adds every item of a table. */
    void table(DynamoDbClient client, String table) {
        client.scanPaginator(scan -> scan.tableName(table).consistentRead(true))
                .items()
                .forEach(
                        item -> {
                            // What the small stand-in of the media's function notes for itself.
                            if (PersonalStore.of(text(item.get("PK"))).isEmpty()) {
                                return;
                            }
                            String place = text(item.get("PK")) + " / " + text(item.get("SK"));
                            item.forEach((name, value) -> value(place + " . " + name, value));
                        });
    }

    private static String text(@Nullable AttributeValue value) {
        return value == null ? "" : value.s();
    }

    private void value(String place, AttributeValue value) {
        switch (value.type()) {
            case S -> add(place, value.s().getBytes(StandardCharsets.UTF_8));
            case N -> add(place, value.n().getBytes(StandardCharsets.UTF_8));
            case B -> add(place, value.b().asByteArray());
            case SS ->
                    value.ss()
                            .forEach(
                                    each ->
                                            add(
                                                    place + each,
                                                    each.getBytes(StandardCharsets.UTF_8)));
            case L -> {
                for (int i = 0; i < value.l().size(); i++) {
                    value(place + i, value.l().get(i));
                }
            }
            case M -> value.m().forEach((name, each) -> value(place + name, each));
            case NS, BS, BOOL, NUL, UNKNOWN_TO_SDK_VERSION -> {}
        }
    }

    /** Adds every object of a bucket, its key and its bytes. */
    void bucket(S3Client client, String bucket) {
        client.listObjectsV2Paginator(list -> list.bucket(bucket))
                .contents()
                .forEach(
                        object -> {
                            add(
                                    "key " + object.key(),
                                    object.key().getBytes(StandardCharsets.UTF_8));
                            add(
                                    bucket + "/" + object.key(),
                                    client.getObjectAsBytes(
                                                    get -> get.bucket(bucket).key(object.key()))
                                            .asByteArray());
                        });
    }

    /** Adds every file of a folder. */
    void folder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                add(file.toString(), Files.readAllBytes(file));
            }
        }
    }

    private void add(String place, byte[] bytes) {
        byPlace.put(place, new String(bytes, StandardCharsets.ISO_8859_1));
        if (bytes.length > 2 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B) {
            try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                byPlace.put(
                        place + " (gunzipped)",
                        new String(gzip.readAllBytes(), StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                // Bytes that only look like gzip were added as they are.
            }
        }
    }

    int places() {
        return byPlace.size();
    }

    /** Where a word stands: as it is, in Base64, escaped as in JSON, or in hexadecimal bytes. */
    List<String> where(String word) {
        List<String> forms = forms(word);
        return byPlace.entrySet().stream()
                .filter(
                        each ->
                                each.getKey().contains(word)
                                        || forms.stream().anyMatch(each.getValue()::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> forms(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        List<String> forms = new ArrayList<>();
        forms.add(new String(bytes, StandardCharsets.ISO_8859_1));
        forms.add(word.chars().mapToObj(c -> "\\u%04x".formatted(c)).collect(Collectors.joining()));
        forms.addAll(base64(bytes));
        if (word.matches("([0-9a-f]{2}){16}")) {
            byte[] raw = HexFormat.of().parseHex(word);
            forms.add(new String(raw, StandardCharsets.ISO_8859_1));
            forms.addAll(base64(raw));
        }
        return forms;
    }

    /** The part that does not depend on what stands before and behind, at each alignment. */
    private static List<String> base64(byte[] bytes) {
        List<String> forms = new ArrayList<>();
        for (int shift = 0; shift < 3; shift++) {
            byte[] padded = new byte[shift + bytes.length];
            Arrays.fill(padded, (byte) 'x');
            System.arraycopy(bytes, 0, padded, shift, bytes.length);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(padded);
            forms.add(encoded.substring(shift == 0 ? 0 : shift + 1, encoded.length() - 1));
        }
        return forms;
    }
}
