package dev.earshot.query;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.catalogue.CataloguedMedia;
import dev.earshot.core.catalogue.Copies;
import dev.earshot.core.catalogue.MediaCatalogue;
import dev.earshot.core.catalogue.MediaCatalogue.Near;
import dev.earshot.core.catalogue.MediaCatalogue.Place;
import dev.earshot.core.catalogue.MediaCatalogue.Places;
import dev.earshot.core.picture.QuestionVectors;
import dev.earshot.query.SearchWords.Wanted;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds pictures and videos by plain words over what was found in them and, where a text-image
 * model is mounted, by the direction of its vectors; both rankings are joined by reciprocal ranks
 * (Cormack, Clarke and Büttcher, 2009). Vectors of another revision of the model take no part.
 * Copies of a listed picture are left out.
 *
 * <p>What a question reads is bounded: {@value #TERMS} terms at most, its own words before names of
 * like meaning and of kinds; of each the newest {@value #NEWEST} places, or an equal share of
 * {@value #PLACES} where that is less; of these the {@value #READ} files that meet most of the
 * question, and the newest {@value #VECTORS} vectors.
 *
 * <p>The {@value #NEAREST} nearest vectors are included however distant they are: the cosine at
 * which a picture matches differs between models, and no threshold suits all. So with a model
 * mounted, the counts of files and pictures include these and don't tell how many match; the order
 * does. Thread-safe.
 */
public final class MediaSearch {
    static final int NEWEST = 2_000;
    static final int TERMS = 32;
    static final int PLACES = 12_000;
    static final int READ = 1_000;
    static final int VECTORS = 20_000;

    /** How many of the nearest pictures take part. */
    static final int NEAREST = 100;

    /** The constant k of reciprocal rank fusion, as in the paper. */
    private static final double RANK_OFFSET = 60;

    private static final Comparator<Map.Entry<String, Double>> BY_NAME = Map.Entry.comparingByKey();

    private final MediaCatalogue catalogue;
    private final QuestionVectors vectors;

    public MediaSearch(MediaCatalogue catalogue, QuestionVectors vectors) {
        this.catalogue = catalogue;
        this.vectors = vectors;
    }

    /**
     * One file that fits.
     *
     * @param score higher fits better; comparable within one answer alone
     * @param matched words of the question that it meets
     * @param similarity of its vector to the question's, where both are there
     * @param copies how many of the files that fit show the same picture
     */
    public record Hit(
            CataloguedMedia media,
            double score,
            List<String> matched,
            OptionalDouble similarity,
            int copies) {
        public Hit {
            matched = List.copyOf(matched);
        }
    }

    /** How an answer was found. */
    public sealed interface Method {
        /** By words; {@code instead} gives the reason if a mounted model failed. */
        record OfWords(Optional<String> instead) implements Method {}

        /**
         * By vectors and words.
         *
         * @param compared pictures whose vectors were near enough to take part; the others, of
         *     another revision among them, are found by words alone
         */
        record OfVectors(ModelVersion model, int compared) implements Method {}
    }

    /**
     * An answer.
     *
     * @param found different pictures among the files
     * @param files all files that meet a word, and by vectors the nearest, however far they lie
     * @param complete false where more files may meet words of the question and were not read
     */
    public record Answer(Method method, int found, int files, boolean complete, List<Hit> hits) {
        public Answer {
            hits = List.copyOf(hits);
        }
    }

    /**
     * Searches.
     *
     * @param question plain words; blank lists everything, newest first
     * @param limit most hits
     */
    public Answer search(WorkspaceId workspace, String question, int limit) {
        if (question.isBlank()) {
            return newest(workspace, limit);
        }
        List<Wanted> wanted = SearchWords.ofQuestion(question);
        Set<String> all = terms(wanted);
        Set<String> terms =
                all.stream().limit(TERMS).collect(Collectors.toCollection(LinkedHashSet::new));
        int newest = Math.min(NEWEST, PLACES / Math.max(1, terms.size()));
        Map<String, Places> places = catalogue.under(workspace, terms, newest);
        List<Place> meeting = meeting(wanted, places);
        boolean complete =
                meeting.size() <= READ
                        && terms.size() == all.size()
                        && places.values().stream().allMatch(Places::whole);
        Collection<CataloguedMedia> read =
                catalogue
                        .get(workspace, meeting.subList(0, Math.min(READ, meeting.size())))
                        .values();
        List<Hit> ranked = WordRanking.of(read, wanted);
        return switch (vectors.of(question)) {
            case QuestionVectors.Answer.Unmounted unmounted ->
                    answer(new Method.OfWords(Optional.empty()), ranked, complete, limit);
            case QuestionVectors.Answer.Failed failed ->
                    answer(
                            new Method.OfWords(Optional.of(failed.reason())),
                            ranked,
                            complete,
                            limit);
            case QuestionVectors.Answer.Known known -> {
                List<Near> near = catalogue.nearest(workspace, known.vector(), VECTORS, NEAREST);
                Map<String, CataloguedMedia> there =
                        catalogue.get(workspace, near.stream().map(Near::place).toList());
                List<Near> alive =
                        near.stream().filter(n -> there.containsKey(n.place().key())).toList();
                yield answer(
                        new Method.OfVectors(known.vector().model(), alive.size()),
                        joined(ranked, alive, there),
                        complete,
                        limit);
            }
        };
    }

    private Answer newest(WorkspaceId workspace, int limit) {
        Places places =
                catalogue
                        .under(workspace, Set.of(CataloguedMedia.ALL), READ)
                        .getOrDefault(CataloguedMedia.ALL, Places.NONE);
        List<Hit> hits =
                catalogue.get(workspace, places.newest()).values().stream()
                        .sorted(
                                Comparator.comparing(CataloguedMedia::seenAt)
                                        .reversed()
                                        .thenComparing(CataloguedMedia::key))
                        .map(media -> new Hit(media, 0, List.of(), OptionalDouble.empty(), 1))
                        .toList();
        return answer(new Method.OfWords(Optional.empty()), hits, places.whole(), limit);
    }

    /** All terms, those that count most first: the question's own words, then the others. */
    private static Set<String> terms(List<Wanted> wanted) {
        return wanted.stream()
                .flatMap(word -> word.weights().entrySet().stream().sorted(BY_NAME))
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(entry -> CataloguedMedia.WORD + entry.getKey())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Places by how many words of the question they meet, then the newest first. */
    private static List<Place> meeting(List<Wanted> wanted, Map<String, Places> places) {
        Map<Place, Integer> met = new HashMap<>();
        for (Wanted word : wanted) {
            Set<Place> ofWord = new HashSet<>();
            word.weights()
                    .keySet()
                    .forEach(
                            t ->
                                    ofWord.addAll(
                                            places.getOrDefault(
                                                            CataloguedMedia.WORD + t, Places.NONE)
                                                    .newest()));
            ofWord.forEach(place -> met.merge(place, 1, Integer::sum));
        }
        return met.entrySet().stream()
                .sorted(
                        Map.Entry.<Place, Integer>comparingByValue()
                                .thenComparing(entry -> entry.getKey().seenAt())
                                .reversed()
                                .thenComparing(entry -> entry.getKey().key()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Hit> joined(
            List<Hit> byWords, List<Near> near, Map<String, CataloguedMedia> there) {
        Map<String, Hit> hits = new LinkedHashMap<>();
        int rank = 0;
        for (Near each : near) {
            hits.put(
                    each.place().key(),
                    new Hit(
                            Objects.requireNonNull(there.get(each.place().key())),
                            1 / (RANK_OFFSET + ++rank),
                            List.of(),
                            OptionalDouble.of(each.cosine()),
                            1));
        }
        rank = 0;
        for (Hit hit : byWords) {
            double gain = 1 / (RANK_OFFSET + ++rank);
            Hit known = hits.get(hit.media().key());
            hits.put(
                    hit.media().key(),
                    new Hit(
                            hit.media(),
                            gain + (known == null ? 0 : known.score()),
                            hit.matched(),
                            known == null ? OptionalDouble.empty() : known.similarity(),
                            1));
        }
        return hits.values().stream()
                .sorted(
                        Comparator.comparingDouble(Hit::score)
                                .reversed()
                                .thenComparing(hit -> hit.media().key()))
                .toList();
    }

    /** The best match among copies stands for all of them. */
    private static Answer answer(Method method, List<Hit> ranked, boolean complete, int limit) {
        Map<String, Hit> byKey = new HashMap<>();
        ranked.forEach(hit -> byKey.put(hit.media().key(), hit));
        List<List<CataloguedMedia>> groups =
                Copies.groups(ranked.stream().map(Hit::media).toList());
        List<Hit> hits =
                groups.stream()
                        .limit(limit)
                        .map(
                                group -> {
                                    Hit hit =
                                            Objects.requireNonNull(
                                                    byKey.get(group.getFirst().key()));
                                    return new Hit(
                                            hit.media(),
                                            hit.score(),
                                            hit.matched(),
                                            hit.similarity(),
                                            group.size());
                                })
                        .toList();
        return new Answer(method, groups.size(), ranked.size(), complete, hits);
    }
}
