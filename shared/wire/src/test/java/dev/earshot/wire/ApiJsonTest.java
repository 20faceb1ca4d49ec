package dev.earshot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiJsonTest {
    @Test
    void brand_minimal_isRead() {
        assertThat(ApiJson.brand("acme", "{\"name\":\"Acme\",\"colour\":\"red\"}"))
                .isEqualTo(new Parsed.Right<>(Brand.named("acme", "Acme")));
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
            })
    void brand_wrong_namesTheField(String body, String path, String reason) {
        Parsed<Brand> parsed = ApiJson.brand("acme", body);

        assertThat(parsed).isInstanceOf(Parsed.Wrong.class);
        FieldError error = ((Parsed.Wrong<Brand>) parsed).errors().getFirst();
        assertThat(error.path()).isEqualTo(path);
        assertThat(error.reason()).contains(reason);
    }

    @Test
    void brand_wrongTwice_namesBothFields() {
        Parsed<Brand> parsed = ApiJson.brand("acme", "{\"aliases\":[1],\"products\":{}}");

        assertThat(((Parsed.Wrong<Brand>) parsed).errors())
                .extracting(FieldError::path)
                .containsExactly("aliases[0]", "products", "name");
    }

    @Test
    void upload_withSize_isRead() {
        assertThat(
                        ApiJson.upload(
                                "{\"name\":\"a.jpg\",\"contentType\":\"image/jpeg\",\"bytes\":9}"))
                .isEqualTo(new Parsed.Right<>(new ApiJson.UploadRequest("a.jpg", "image/jpeg", 9)));
    }

    @Test
    void upload_withoutSize_isWrong() {
        assertThat(ApiJson.upload("{\"name\":\"a.jpg\",\"contentType\":\"image/jpeg\"}"))
                .isInstanceOf(Parsed.Wrong.class);
    }
}
