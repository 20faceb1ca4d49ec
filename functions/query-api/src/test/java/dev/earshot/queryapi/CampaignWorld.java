package dev.earshot.queryapi;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostContext;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.sketch.CommentSketch;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.testkit.Posts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Collectors;

/** A world in which a brand has a campaign and others have none. */
final class CampaignWorld {
    static final String COSTS =
            "[{\"item\":\"film\",\"amount\":900.5,\"currency\":\"EUR\"},"
                    + "{\"item\":\"creators\",\"amount\":\"99.50\",\"currency\":\"EUR\"}]";

    static final LocalDate FROM = LocalDate.parse("2026-02-10");
    static final LocalDate TO = LocalDate.parse("2026-02-16");
    static final List<String> BRANDS =
            List.of("acme", "beta", "corda", "delta", "elba", "fenn", "gamma");

    private static final List<SentimentLabel> LABELS = List.of(SentimentLabel.values());

    final World world = new World();
    private final Random random;
    private int posts;

    /**
     * @param rise how many times the usual mentions acme has during the campaign and the week after
     */
    CampaignWorld(long seed, double rise) {
        this(seed, rise, 84);
    }

    /**
     * @param before so many days before the campaign are known
     */
    CampaignWorld(long seed, double rise, int before) {
        this(seed, rise, before, BRANDS.size());
    }

    /**
     * @param brands so many there are, acme among them
     */
    CampaignWorld(long seed, double rise, int before, int brands) {
        random = new Random(seed);
        for (String brand : BRANDS.subList(0, brands)) {
            world.with(
                    World.ACME,
                    new Brand(
                            brand,
                            brand,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            brand.equals("acme") ? List.of("beta", "corda") : List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of()));
            double level = 2 + BRANDS.indexOf(brand) % 3;
            for (LocalDate day = FROM.minusDays(before);
                    day.isBefore(LocalDate.parse("2026-03-04"));
                    day = day.plusDays(1)) {
                boolean touched =
                        brand.equals("acme") && !day.isBefore(FROM) && day.isBefore(TO.plusDays(7));
                for (int i = poisson(touched ? rise * level : level); i > 0; i--) {
                    world.with(post(brand, day, touched));
                }
            }
        }
    }

    private PostAnalysis post(String brand, LocalDate day, boolean campaign) {
        int number = posts++;
        SentimentLabel label = LABELS.get(random.nextInt(LABELS.size()));
        PostAnalysis post =
                Posts.post("p" + number).at(time(day)).about(brand).feeling(label).analysis();
        PostAnalysis sighted =
                Posts.sighted(
                        post,
                        post.revision().observedAt(),
                        Optional.of(author()),
                        random.nextInt(4) == 0 ? Engagement.UNKNOWN : engagement());
        List<String> tags =
                campaign && random.nextInt(3) == 0 ? List.of("acmespring") : List.of("tea");
        PostContext context = sighted.context();
        return sighted.with(
                new PostContext(
                        context.references(),
                        tags,
                        CommentSketch.of("words of post " + number),
                        TopicSketch.EMPTY,
                        context.authorSeenAt(),
                        context.engagementSeenAt()));
    }

    private Author author() {
        int number = random.nextInt(400);
        Author author = Posts.account(Posts.author(number), 100L + number);
        return number == 7 ? author.ownOf(List.of("acme")) : author;
    }

    private Engagement engagement() {
        return new Engagement(
                OptionalLong.of(random.nextInt(50)),
                OptionalLong.of(random.nextInt(9)),
                OptionalLong.of(random.nextInt(9)),
                OptionalLong.empty(),
                random.nextBoolean()
                        ? OptionalLong.of(1_000 + random.nextInt(9_000))
                        : OptionalLong.empty());
    }

    private Instant time(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(random.nextInt(86_400));
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble();
                product > limit;
                product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    World.Reply put(String id, String cost) {
        return world.ask("PUT", "/v1/campaigns/" + id)
                .body(
                        String.format(
                                Locale.ROOT,
                                "{\"name\":\"Spring <b>tea</b>\",\"brand\":\"acme\","
                                        + "\"hashtags\":[\"#AcmeSpring\"],\"creators\":[%s],"
                                        + "\"from\":\"%s\",\"to\":\"%s\",\"costs\":%s}",
                                java.util.stream.IntStream.range(1, 20)
                                        .mapToObj(i -> '"' + Posts.author(i).pseudonym() + '"')
                                        .collect(Collectors.joining(",")),
                                FROM,
                                TO,
                                cost))
                .send();
    }

    /** All posts of a brand, as an export writes them. */
    List<Map<?, ?>> exported(String brand) {
        List<Map<?, ?>> all = new ArrayList<>();
        String cursor = "";
        while (true) {
            World.Ask ask = world.get("/v1/brands/" + brand + "/posts").query("limit", "100");
            World.Reply page = (cursor.isEmpty() ? ask : ask.query("cursor", cursor)).send();
            page.list("posts").forEach(post -> all.add((Map<?, ?>) post));
            if (page.at("next") == null) {
                return all;
            }
            cursor = page.text("next");
        }
    }
}
