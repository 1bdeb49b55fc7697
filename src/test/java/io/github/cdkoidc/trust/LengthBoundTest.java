package io.github.cdkoidc.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A policy is not written to be measured if it cannot be too long. That must never hide one that is. */
class LengthBoundTest {

    @Property
    void aPolicyIsLongerThanWhatItIsLongerThan(
            @ForAll("policies") TrustPolicy policy, @ForAll @IntRange(min = -300, max = 300) int more) {
        int length = policy.length();

        assertThat(LengthBound.of("", policy.statements())).isGreaterThanOrEqualTo(length(policy.statements()));
        assertThat(policy.isLongerThan(length + more)).isEqualTo(more < 0);
    }

    private static int length(List<Statement> statements) {
        return new TrustPolicy(statements).length();
    }

    @Provide
    Arbitrary<TrustPolicy> policies() {
        return PolicyArbitraries.policies();
    }
}
