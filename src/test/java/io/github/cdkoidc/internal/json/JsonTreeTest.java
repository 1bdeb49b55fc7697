package io.github.cdkoidc.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "true",
                "\"é\\u0000\"",
                "0",
                "-2147483649",
                "123456789012345678901234567890",
                "{\"a\": [1, {\"b\": [[], {}]}], \"\": false}"
            })
    void aTreeIsTheOneThatTheMapperReads(String json) throws JsonProcessingException {
        assertThat(JsonTree.parse(json)).isEqualTo(new JsonMapper().readTree(json));
    }

    @Test
    void aFractionKeepsItsDigits() throws JsonProcessingException {
        assertThat(JsonTree.parse("1.10").decimalValue()).isEqualByComparingTo("1.1");
        assertThat(JsonTree.parse("0.1000000000000000000001").asText()).isEqualTo("0.1000000000000000000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void whereThereIsNothingIsNoTree(String json) throws JsonProcessingException {
        assertThat(JsonTree.parse(json).isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1, \"a\": 1} | Duplicate key \"a\"",
                "[{\"a\": {\"b\": 1, \"b\": 2}}] | Duplicate key \"b\"",
                "{} {} | there is more behind the document",
                "[1, | Unexpected end-of-input",
                "{'a': 1} | Unexpected character"
            })
    void whatIsNoDocumentIsRefused(String json, String why) {
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> JsonTree.parse(json))
                .withMessageStartingWith(why);
    }

    @Test
    void depthIsBounded() {
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> JsonTree.parse("[".repeat(1_001) + "]".repeat(1_001)));
    }
}
