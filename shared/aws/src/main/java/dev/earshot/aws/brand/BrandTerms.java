package dev.earshot.aws.brand;

import dev.earshot.core.brand.Account;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.post.Platform;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A brand as bytes: the name, the eight lists of terms and the accounts, one line per field, terms
 * separated by tabs (no term contains a control character), deflated; an account is its platform, a
 * blank and its handle. 10,000 ordinary aliases take about 60 KB. Stateless.
 */
final class BrandTerms {
    private BrandTerms() {}

    static byte[] write(Brand brand) {
        String lines =
                String.join(
                        "\n",
                        Stream.concat(
                                        Stream.of(brand.name()),
                                        Stream.of(
                                                        brand.aliases(),
                                                        brand.handles(),
                                                        brand.hashtags(),
                                                        brand.products(),
                                                        brand.competitors(),
                                                        brand.values(),
                                                        brand.context(),
                                                        brand.ambiguous(),
                                                        brand.accounts().stream()
                                                                .map(BrandTerms::account)
                                                                .toList())
                                                .map(terms -> String.join("\t", terms)))
                                .toList());
        var bytes = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(lines.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory must not fail", e);
        }
        return bytes.toByteArray();
    }

    static Brand read(String id, byte[] deflated) {
        String lines;
        try (var inflater = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            lines = new String(inflater.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the terms of brand " + id + " are damaged", e);
        }
        String[] fields = lines.split("\n", -1);
        List<List<String>> terms = new ArrayList<>();
        for (int i = 1; i < fields.length; i++) {
            terms.add(fields[i].isEmpty() ? List.of() : Arrays.asList(fields[i].split("\t", -1)));
        }
        return new Brand(
                id,
                fields[0],
                terms.get(0),
                terms.get(1),
                terms.get(2),
                terms.get(3),
                terms.get(4),
                terms.get(5),
                terms.get(6),
                terms.get(7),
                // Brands that were stored before there were accounts have no such line.
                terms.size() > 8
                        ? terms.get(8).stream().map(BrandTerms::account).toList()
                        : List.of());
    }

    private static String account(Account account) {
        return account.platform().key() + " " + account.handle();
    }

    private static Account account(String text) {
        int blank = text.indexOf(' ');
        Platform platform =
                Platform.of(text.substring(0, blank))
                        .orElseThrow(() -> new IllegalStateException("no platform is in " + text));
        return new Account(platform, text.substring(blank + 1));
    }
}
