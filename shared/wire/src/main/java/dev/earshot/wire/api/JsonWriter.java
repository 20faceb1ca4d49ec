package dev.earshot.wire.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.feedback.Feedback;
import dev.earshot.core.job.JobState;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.store.Parked;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Writes records as JSON: fields in record order, times as ISO 8601 in UTC, fractions rounded to 4
 * digits, enums in lower case, empty optionals omitted. {@link PostAnalysis}, {@link
 * MediaAnalysis}, {@link Brand}, {@link Feedback}, {@link Parked} and {@link JobState} take the
 * shapes of {@link ApiJson} wherever they occur, so that a page of them needs only a record of its
 * own. Thread-safe.
 */
public final class JsonWriter {
    private static final int DIGITS = 4;

    private final ObjectMapper mapper;

    public JsonWriter() {
        SimpleModule shapes =
                new SimpleModule("earshot")
                        .addSerializer(Instant.class, new InstantSerializer())
                        .addSerializer(Double.class, new RoundedSerializer())
                        .addSerializer(double.class, new RoundedSerializer())
                        .addSerializer(OptionalDouble.class, new OptionalDoubleSerializer())
                        .addSerializer(new EnumSerializer());
        shape(shapes, PostAnalysis.class, post -> PostView.of(post, Optional.empty()));
        shape(shapes, PostWithText.class, post -> PostView.of(post.post(), post.text()));
        shape(shapes, ExplainedText.class, ExplanationView::of);
        shape(shapes, MediaAnalysis.class, MediaView::of);
        shape(shapes, MediaWithReuse.class, ReusedMediaView::of);
        shape(shapes, Brand.class, BrandView::of);
        shape(shapes, Feedback.class, FeedbackView::of);
        shape(shapes, Parked.class, ParkedView::of);
        shape(shapes, JobState.class, JobView::of);
        mapper =
                JsonMapper.builder()
                        .addModule(new Jdk8Module())
                        .addModule(shapes)
                        .defaultPropertyInclusion(
                                JsonInclude.Value.construct(
                                        JsonInclude.Include.NON_ABSENT,
                                        JsonInclude.Include.NON_ABSENT))
                        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                        .build();
    }

    private static <T, V> void shape(SimpleModule module, Class<T> type, Function<T, V> view) {
        module.addSerializer(
                type,
                new StdDelegatingSerializer(
                        type,
                        new StdConverter<T, Object>() {
                            @Override
                            public Object convert(T value) {
                                return view.apply(value);
                            }
                        }));
    }

    /** One line of JSON for a record, a map, a list or a string. */
    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "a value of " + value.getClass().getName() + " can't be written as JSON", e);
        }
    }

    /** The same in several lines, for people. */
    public String writeIndented(Object value) {
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "a value of " + value.getClass().getName() + " can't be written as JSON", e);
        }
    }

    private static final class InstantSerializer extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(DateTimeFormatter.ISO_INSTANT.format(value));
        }
    }

    private static final class RoundedSerializer extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            writeRounded(value, out);
        }
    }

    private static final class OptionalDoubleSerializer extends JsonSerializer<OptionalDouble> {
        @Override
        public void serialize(OptionalDouble value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            writeRounded(value.orElseThrow(), out);
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, OptionalDouble value) {
            return value.isEmpty();
        }
    }

    private static void writeRounded(double value, JsonGenerator out) throws IOException {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            out.writeNull();
            return;
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN);
        BigDecimal plain = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
        out.writeNumber(plain.toPlainString());
    }

    @SuppressWarnings("rawtypes")
    private static final class EnumSerializer
            extends com.fasterxml.jackson.databind.ser.std.StdSerializer<Enum> {
        private static final long serialVersionUID = 1L;

        EnumSerializer() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(value.name().toLowerCase(Locale.ROOT));
        }
    }
}
