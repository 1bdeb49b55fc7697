package io.github.cdkoidc;

import static io.github.cdkoidc.SynthesizedShape.elements;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold for every shape of trust, whatever its golden template says. */
class TrustSecurityTest {

    private static final String NO_WILDCARD = "[^*?]*";
    private static final String WILDCARD = ".*[*?].*";

    @ParameterizedTest
    @EnumSource
    void everyStatementTestsTheAudienceForOneExactValue(TrustShape shape) {
        assertThat(SynthesizedShape.of(shape).statements()).isNotEmpty().allSatisfy(statement -> {
            assertThat(operatorsOn(statement, ":aud")).containsExactly("StringEquals");
            assertThat(valuesOf(statement, ":aud")).hasSize(1).allMatch(value -> value.matches("[^*?\\s]+"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyStatementTestsTheSubjectWithOneOperator(TrustShape shape) {
        assertThat(SynthesizedShape.of(shape).statements()).allSatisfy(statement -> {
            assertThat(operatorsOn(statement, ":sub")).hasSize(1).isSubsetOf("StringEquals", "StringLike");
            assertThat(valuesOf(statement, ":sub")).isNotEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void everySubjectNamesItsRepositoryInFull(TrustShape shape) {
        assertThat(SynthesizedShape.of(shape).statements().flatMap(statement -> valuesOf(statement, ":sub")))
                .allSatisfy(
                        subject -> assertThat(subject)
                                .matches(
                                        "(repo:(octo-org|\"Owner\")(@123456)?/(octo-repo|\"Name\")(@456789)?|repository_id:456789):.+"));
    }

    @ParameterizedTest
    @EnumSource
    void aPatternIsNeverComparedAsText(TrustShape shape) {
        assertThat(SynthesizedShape.of(shape)
                        .statements()
                        .flatMap(statement -> values(statement.at("/Condition/StringEquals"))))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value).matches(NO_WILDCARD));
    }

    @ParameterizedTest
    @EnumSource
    void anExactValueIsNeverComparedAsAPattern(TrustShape shape) {
        assertThat(SynthesizedShape.of(shape)
                        .statements()
                        .flatMap(statement -> values(statement.at("/Condition/StringLike"))))
                .allSatisfy(value -> assertThat(value).matches(WILDCARD));
    }

    @ParameterizedTest
    @EnumSource
    void noConditionHoldsWhereAClaimIsMissing(TrustShape shape) {
        assertThat(SynthesizedShape.of(shape).statements())
                .allSatisfy(statement -> assertThat(statement.path("Condition").fieldNames())
                        .toIterable()
                        .isSubsetOf("StringEquals", "StringLike"));
    }

    @ParameterizedTest
    @EnumSource
    void theOnlyWayInIsAWebIdentity(TrustShape shape) {
        assertThat(SynthesizedShape.of(shape).statements()).allSatisfy(statement -> {
            assertThat(statement.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("Effect", "Principal", "Action", "Condition");
            assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
            assertThat(statement.path("Action").asText()).isEqualTo("sts:AssumeRoleWithWebIdentity");
        });
    }

    @ParameterizedTest
    @EnumSource
    void theOnlyPrincipalIsOneProvider(TrustShape shape) {
        assertThat(SynthesizedShape.of(shape).statements()).allSatisfy(statement -> {
            JsonNode principal = statement.path("Principal");
            assertThat(principal.fieldNames()).toIterable().containsExactly("Federated");
            assertThat(principal.path("Federated").isArray()).isFalse();
            assertThat(principal.toString())
                    .containsPattern("OidcProvider|:oidc-provider/")
                    .doesNotContain("*");
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyProviderIsKeptAndHasNoThumbprint(TrustShape shape) {
        assertThat(SynthesizedShape.of(shape).resources("AWS::IAM::OIDCProvider"))
                .allSatisfy(provider -> {
                    assertThat(provider.path("DeletionPolicy").asText()).isEqualTo("Retain");
                    assertThat(provider.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
                    assertThat(provider.path("Properties").fieldNames())
                            .toIterable()
                            .containsExactlyInAnyOrder("Url", "ClientIdList");
                });
    }

    @ParameterizedTest
    @EnumSource
    void everyProviderTakesTheAudienceThatItsRolesTest(TrustShape shape) {
        SynthesizedShape synthesized = SynthesizedShape.of(shape);
        Set<String> audiences = Set.copyOf(synthesized
                .statements()
                .flatMap(statement -> valuesOf(statement, ":aud"))
                .distinct()
                .toList());

        assertThat(synthesized.resources("AWS::IAM::OIDCProvider"))
                .allSatisfy(provider -> assertThat(elements(provider.at("/Properties/ClientIdList"))
                                .map(JsonNode::asText))
                        .containsExactlyInAnyOrderElementsOf(audiences));
    }

    @ParameterizedTest
    @EnumSource
    void thereIsNoLambdaAndNoCustomResource(TrustShape shape) {
        assertThat(SynthesizedShape.of(shape).resources())
                .isNotEmpty()
                .extracting(resource -> resource.path("Type").asText())
                .isSubsetOf(
                        "AWS::IAM::OIDCProvider", "AWS::IAM::Role", "AWS::IAM::Policy", "AWS::CloudFormation::Stack");
    }

    @ParameterizedTest
    @EnumSource
    void noPolicyAllowsAnythingOnEverything(TrustShape shape) {
        assertThat(SynthesizedShape.of(shape).resources("AWS::IAM::Policy"))
                .allSatisfy(policy -> assertThat(
                                policy.at("/Properties/PolicyDocument").toString())
                        .doesNotContain("*")
                        .doesNotContain("cfn-exec"));
    }

    private static Stream<String> operatorsOn(JsonNode statement, String claim) {
        return statement.path("Condition").properties().stream()
                .filter(operator -> keysOf(operator.getValue(), claim).findAny().isPresent())
                .map(operator -> operator.getKey());
    }

    private static Stream<String> valuesOf(JsonNode statement, String claim) {
        return elements(statement.path("Condition"))
                .flatMap(keys -> keysOf(keys, claim).flatMap(key -> values(keys.path(key))));
    }

    private static Stream<String> keysOf(JsonNode keys, String claim) {
        return Stream.of(keys)
                .flatMap(node -> node.properties().stream())
                .map(key -> key.getKey())
                .filter(key -> key.endsWith(claim));
    }

    /** The texts in a node; what CloudFormation joins is joined, a parameter by its name. */
    private static Stream<String> values(JsonNode node) {
        if (node.isTextual()) {
            return Stream.of(node.asText());
        }
        if (node.has("Fn::Join")) {
            StringBuilder joined = new StringBuilder();
            node.at("/Fn::Join/1").forEach(part -> joined.append(part.isTextual() ? part.asText() : part.path("Ref")));
            return Stream.of(joined.toString());
        }
        return elements(node).flatMap(TrustSecurityTest::values);
    }
}
