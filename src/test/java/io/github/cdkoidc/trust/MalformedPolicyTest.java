package io.github.cdkoidc.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedPolicyTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatIsNoPolicyIsRefusedWithItsPlace(String name, String document, String place, String because) {
        assertThatExceptionOfType(MalformedPolicyException.class)
                .isThrownBy(() -> TrustPolicy.parse(document))
                .withMessageStartingWith(place)
                .withMessageContaining(because)
                .satisfies(e -> assertThat(e.getMessage())
                        .startsWith((e.pointer().isEmpty() ? "document" : e.pointer()) + " (line " + e.line()
                                + ", column " + e.column() + "): "));
    }

    @Test
    void whatIsReadFromATreeHasAPlaceAndNoLine() {
        JsonNode policy = JsonNodeFactory.instance.objectNode().put("Statement", 1);

        assertThatExceptionOfType(MalformedPolicyException.class)
                .isThrownBy(() -> PolicyDocument.parse(policy, "/Resources/Role/Properties"))
                .satisfies(e -> assertThat(e.line()).isZero())
                .satisfies(e -> assertThat(e.column()).isZero())
                .withNoCause()
                .withMessageStartingWith("/Resources/Role/Properties/Statement: statement is 1 and not an object: ");
    }

    static Stream<Arguments> whatIsNoPolicyIsRefusedWithItsPlace() throws IOException {
        JsonNode cases;
        try (InputStream file = MalformedPolicyTest.class.getResourceAsStream("malformed/documents.json")) {
            cases = new JsonMapper().readTree(file);
        }
        return StreamSupport.stream(cases.spliterator(), false)
                .map(one -> arguments(
                        one.get("name").asText(),
                        one.get("document").asText(),
                        one.get("place").asText(),
                        one.get("because").asText()));
    }
}
