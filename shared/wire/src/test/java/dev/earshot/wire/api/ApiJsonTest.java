package dev.earshot.wire.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.wire.json.FieldError;
import dev.earshot.wire.json.Parsed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiJsonTest {
    @Test
    void brand_minimal_isRead() {
        assertThat(ApiJson.brand("acme", "{\"name\":\"Acme\"}"))
                .isEqualTo(new Parsed.Value<>(Brand.named("acme", "Acme")));
    }

    @Test
    void brand_givenByNames_takesTheFirstAsItsName() {
        Parsed<Brand> parsed =
                ApiJson.brand("acme", "{\"names\":[\"Acme\",\"Acme Corp\"],\"aliases\":[\"ACM\"]}");

        Brand brand = ((Parsed.Value<Brand>) parsed).value();
        assertThat(brand.name()).isEqualTo("Acme");
        assertThat(brand.aliases()).containsExactly("Acme Corp", "ACM");
    }

    @Test
    void brand_idThatCannotBe_isWrong() {
        Parsed<Brand> parsed = ApiJson.brand("Acme!", "{\"name\":\"Acme\"}");

        FieldError error = ((Parsed.Errors<Brand>) parsed).errors().getFirst();
        assertThat(error.path()).isEqualTo("brand");
        assertThat(error.reason()).contains("got 'Acme!'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | name | is missing",
                "[] | $ | must be an object",
                "nonsense | $ | is not JSON",
                "{\"name\":7} | name | must be a string",
                "{\"name\":\"\"} | name | must not be blank",
                "{\"name\":\"A\",\"aliases\":\"B\"} | aliases | must be an array",
                "{\"name\":\"A\",\"aliases\":[\"B\",3]} | aliases[1] | must be a string",
                "{\"name\":\"A\",\"handles\":[\"\"]} | handles[0] | must not be blank",
                "{\"name\":\"A\",\"id\":\"other\"} | id | must be the brand of the address",
                "{\"name\":\"A\",\"name\":\"B\"} | name | given twice",
                "{\"name\":\"A\",\"alias\":[]} | alias | is not known here; use id, name",
            })
    void brand_wrong_namesTheField(String body, String path, String reason) {
        Parsed<Brand> parsed = ApiJson.brand("acme", body);

        assertThat(parsed).isInstanceOf(Parsed.Errors.class);
        FieldError error = ((Parsed.Errors<Brand>) parsed).errors().getFirst();
        assertThat(error.path()).isEqualTo(path);
        assertThat(error.reason()).contains(reason);
    }

    @Test
    void brand_wrongTwice_namesBothFields() {
        Parsed<Brand> parsed = ApiJson.brand("acme", "{\"aliases\":[1],\"products\":{}}");

        assertThat(((Parsed.Errors<Brand>) parsed).errors())
                .extracting(FieldError::path)
                .containsExactly("name", "aliases[0]", "products");
    }
}
