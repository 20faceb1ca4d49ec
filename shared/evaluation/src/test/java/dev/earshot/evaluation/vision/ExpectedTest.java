package dev.earshot.evaluation.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.core.picture.Box;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class ExpectedTest {
    private static Expected of(String json) throws JsonProcessingException {
        return Expected.of(new ObjectMapper().readTree(json.replace('\'', '"')));
    }

    @Test
    void of_labelOfASceneTask_isAPlaceWithItsSide() throws JsonProcessingException {
        Expected expected = of("{'task': 'scenes15', 'file': 'a', 'label': 'LivingRoom'}");

        assertThat(expected.places()).contains(Set.of("living room"));
        assertThat(expected.side()).contains("indoor");
        assertThat(expected.garments()).isEmpty();
    }

    @Test
    void of_labelOfAClothingTask_isAGarmentAndNoPlace() throws JsonProcessingException {
        Expected expected = of("{'task': 'clothing', 'file': 'a', 'label': 'T-shirt'}");

        assertThat(expected.garments()).contains(Set.of("t shirt"));
        assertThat(expected.places()).isEmpty();
    }

    @Test
    void of_screenshot_showsNoPlaceAndNoGarment() throws JsonProcessingException {
        Expected expected = of("{'task': 'ocr', 'file': 'a', 'text': 'TOTAL 3'}");

        assertThat(expected.places()).contains(Set.of());
        assertThat(expected.garments()).contains(Set.of());
        assertThat(expected.text()).contains("TOTAL 3");
    }

    @Test
    void of_fieldsByName_needNoTask() throws JsonProcessingException {
        Expected expected =
                of(
                        "{'file': 'a', 'places': ['street', 'inside city'], 'side': 'Outdoor',"
                                + " 'garment': null, 'action': 'HorseRiding', 'faces': [[-2, 3, 10,"
                                + " 12]], 'objects': ['horse', {'label': 'person'}]}");

        assertThat(expected)
                .isEqualTo(
                        new Expected(
                                Optional.of(Set.of("street", "inside city")),
                                Optional.of("outdoor"),
                                Optional.of(Set.of()),
                                Optional.of(Set.of("horse riding")),
                                Optional.empty(),
                                Optional.of(List.of(new Box(0, 3, 10, 12))),
                                Set.of("horse", "person")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'side': 'above'}        | side must be indoor or outdoor, got 'above'
                    {'faces': [[1, 2, 3]]}   | each of faces must be four numbers
                    {'place': 3}             | place must be a text, got 3
                    {'objects': [{}]}        | objects' label must be a text
                    """)
    void of_fieldOfAnotherShape_isRefusedByName(String json, String message) {
        assertThatThrownBy(() -> of(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void saysSomething_labelWithoutMeaning_isFalse() throws JsonProcessingException {
        assertThat(of("{'task': 'cifar10', 'file': 'a', 'label': 'frog'}").saysSomething())
                .isFalse();
    }
}
