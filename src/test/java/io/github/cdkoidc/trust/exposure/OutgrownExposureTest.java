package io.github.cdkoidc.trust.exposure;

import static io.github.cdkoidc.trust.TestPolicies.like;
import static io.github.cdkoidc.trust.TestPolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.trust.TrustPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would take too long to compute is given up, and said to be. */
class OutgrownExposureTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repo:*a??????????????????????????????",
                "repo:*a?b*a??????????????a???????????????b*",
            })
    void aPatternThatOutgrowsTheBoundIsSaidTo(String pattern) {
        TrustPolicy policy = policy(like("sub", pattern));
        Exposure exposure = policy.exposure();

        assertThat(exposure.isComputed()).isFalse();
        assertThat(exposure.isNone()).isFalse();
        assertThat(exposure.audiences().isUnknown()).isTrue();
        assertThat(exposure.except(List.of()).isComputed()).isFalse();
        assertThat(exposure.because()).containsExactly("wildcards combine in more than 400000 ways");
        assertThat(exposure.owners().isUnbounded()).isTrue();
        assertThat(exposure.owners().witness().map(policy::decide))
                .hasValueSatisfying(decision -> assertThat(decision.isAllowed()).isTrue());
    }

    @Test
    void manyStarsInManyValuesAreJudgedValueByValue() {
        String[] values = new String[20];
        for (int i = 0; i < values.length; i++) {
            values[i] = "*" + (char) ('a' + i) + "*" + (char) ('b' + i) + "*";
        }

        Exposure exposure = policy(like("sub", values)).exposure();

        assertThat(exposure.isComputed()).isTrue();
        assertThat(exposure.owners().isUnbounded()).isTrue();
    }

    @Test
    void manyStarsInOneValueDoNot() {
        Exposure exposure = policy(like("sub", "*a".repeat(60) + "*")).exposure();

        assertThat(exposure.owners().isUnbounded()).isTrue();
    }
}
