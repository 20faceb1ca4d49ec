package dev.earshot.queryapi;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.MediaRef;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Sentiment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** Posts as the API shows them. Stateless. */
final class PostViews {
    private PostViews() {}

    static Map<String, Object> post(PostAnalysis post) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", post.id().nativeId());
        view.put("platform", post.id().platform().key());
        view.put("createdAt", post.createdAt());
        view.put("language", post.reading().language());
        view.put("sentiment", sentiment(post.reading()));
        view.put("emotions", emotions(post.reading()));
        view.put("brands", post.brands());
        view.put("media", post.media().stream().map(PostViews::media).toList());
        view.put("engagement", engagement(post.engagement()));
        post.author().ifPresent(author -> view.put("author", author(author)));
        view.put("analysedAt", post.analysedAt());
        if (!post.models().isEmpty()) {
            view.put("model", model(post.models().getFirst()));
        }
        return view;
    }

    /** A verdict with its probabilities, or the refusal to give one with its reason. */
    static Map<String, Object> sentiment(Reading reading) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("label", reading.label().key());
        switch (reading) {
            case Reading.Read read -> {
                Sentiment sentiment = read.analysis().sentiment();
                view.put("negative", sentiment.negative());
                view.put("neutral", sentiment.neutral());
                view.put("positive", sentiment.positive());
            }
            case Reading.Abstained abstained -> view.put("reason", abstained.reason());
        }
        return view;
    }

    /** Each emotion's probability; nothing where the model abstained. */
    static Map<String, Object> emotions(Reading reading) {
        Map<String, Object> view = new LinkedHashMap<>();
        if (reading instanceof Reading.Read read) {
            for (Map.Entry<Emotion, Double> e : read.analysis().emotions().scores().entrySet()) {
                view.put(e.getKey().key(), e.getValue());
            }
        }
        return view;
    }

    static Map<String, Object> model(ModelVersion version) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", version.name());
        view.put("revision", version.revision());
        view.put("sha256", version.sha256());
        return view;
    }

    static List<Map<String, Object>> models(List<ModelVersion> versions) {
        return versions.stream().map(PostViews::model).toList();
    }

    private static Map<String, Object> media(MediaRef media) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("kind", media.kind().name().toLowerCase(Locale.ROOT));
        view.put("reference", media.reference());
        return view;
    }

    private static Map<String, Object> engagement(Engagement engagement) {
        Map<String, Object> view = new LinkedHashMap<>();
        put(view, "likes", engagement.likes());
        put(view, "replies", engagement.replies());
        put(view, "reposts", engagement.reposts());
        put(view, "quotes", engagement.quotes());
        put(view, "views", engagement.views());
        return view;
    }

    private static Map<String, Object> author(Author author) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("pseudonym", author.ref().pseudonym());
        put(view, "followers", author.followers());
        put(view, "following", author.following());
        put(view, "posts", author.posts());
        return view;
    }

    private static void put(Map<String, Object> view, String name, OptionalLong count) {
        count.ifPresent(n -> view.put(name, n));
    }
}
