package io.github.cdkoidc;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.Stack;

/** Holds every shape of trust against its golden template. */
class TrustShapeTest {

    /** Shapes with a second stack whose template tells something. */
    private static final Map<TrustShape, String> SECOND_STACKS = Map.of(
            TrustShape.NESTED_STACK, "nested-stack-inner", TrustShape.PROVIDER_OF_ANOTHER_STACK, "another-stack");

    @ParameterizedTest
    @EnumSource
    void theTemplateIsTheGoldenOne(TrustShape shape) throws IOException {
        Snapshot.assertThat(SynthesizedShape.of(shape).main()).matches(shape.golden());
    }

    @Test
    void theTemplatesOfOtherStacksAreTheGoldenOnes() throws IOException {
        for (var shape : SECOND_STACKS.entrySet()) {
            SynthesizedShape synthesized = SynthesizedShape.of(shape.getKey());
            for (Stack stack : synthesized.templates().keySet()) {
                if (stack != synthesized.main()) {
                    Snapshot.assertThat(stack).matches(shape.getValue());
                }
            }
        }
    }

    @Test
    void everyGoldenTemplateIsOfSomeShape() throws IOException {
        assertThat(Snapshot.names("."))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                EnumSet.allOf(TrustShape.class).stream().map(TrustShape::golden),
                                SECOND_STACKS.values().stream())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void theTrustPolicyOfARoleIsTheOneInTheTemplate(TrustShape shape) {
        SynthesizedShape synthesized = SynthesizedShape.of(shape);

        assertThat(synthesized.roles())
                .isNotEmpty()
                .allSatisfy(role -> assertThatJson(role.getTrustPolicy().toJson())
                        .isEqualTo(synthesized.trustPolicyInTemplate(role)));
    }

    @Test
    void aMissingGoldenTemplateIsAFailure() {
        Snapshot branch =
                Snapshot.assertThat(SynthesizedShape.of(TrustShape.BRANCH).main());

        assertThatThrownBy(() -> branch.compare("no-such-shape"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no-such-shape.template.json is missing");
    }

    @Test
    void aTemplateThatDiffersIsAFailureThatNamesThePath() {
        Snapshot branch =
                Snapshot.assertThat(SynthesizedShape.of(TrustShape.BRANCH).main());

        assertThatThrownBy(() -> branch.compare(TrustShape.TAG.golden()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("tag.template.json")
                .hasMessageContaining("AssumeRolePolicyDocument.Statement[0].Condition.StringEquals");
    }

    @Test
    void goldenTemplatesAreNotUpdatedInCi() {
        assertThatThrownBy(() -> Snapshot.updates(true, "true"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("golden files are not updated in CI: update them on a workstation and commit them");
        assertThat(Snapshot.updates(true, null)).isTrue();
        assertThat(Snapshot.updates(false, "true")).isFalse();
    }
}
