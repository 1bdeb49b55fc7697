package io.github.cdkoidc.trust;

import static io.github.cdkoidc.trust.TestPolicies.like;
import static io.github.cdkoidc.trust.TestPolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;

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
        Exposure exposure = policy(like("sub", pattern)).exposure();

        assertThat(exposure.isComputed()).isFalse();
        assertThat(exposure.isNone()).isFalse();
        assertThat(exposure.owners().isUnknown()).isTrue();
        assertThat(exposure.repositories("octo-org").isUnknown()).isTrue();
        assertThat(exposure.audiences().isUnknown()).isTrue();
        assertThat(exposure.admissions()).isEmpty();
        assertThat(exposure.except(List.of()).isComputed()).isFalse();
        assertThat(exposure).hasToString("cannot be computed, because wildcards combine in more than 400000 ways");
    }

    @Test
    void manyStarsInManyValuesOutgrowTheBoundToo() {
        String[] values = new String[20];
        for (int i = 0; i < values.length; i++) {
            values[i] = "*" + (char) ('a' + i) + "*" + (char) ('b' + i) + "*";
        }

        assertThat(policy(like("sub", values)).exposure().isComputed()).isFalse();
    }

    @Test
    void manyStarsInOneValueDoNot() {
        Exposure exposure = policy(like("sub", "*a".repeat(60) + "*")).exposure();

        assertThat(exposure.owners().isUnbounded()).isTrue();
    }
}
