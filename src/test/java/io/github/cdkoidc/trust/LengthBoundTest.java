package io.github.cdkoidc.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy is not written to be measured if it cannot be too long. That must never hide one that is. */
class LengthBoundTest {

    @Property
    void aPolicyIsLongerThanWhatItIsLongerThan(
            @ForAll("policies") TrustPolicy policy, @ForAll @IntRange(min = -300, max = 300) int more) {
        int length = policy.length();

        assertThat(LengthBound.of("", policy.statements())).isGreaterThanOrEqualTo(length(policy.statements()));
        assertThat(policy.isLongerThan(length + more)).isEqualTo(more < 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u00ff", "\"", "\\", "\u0001"})
    void noTextIsTakenForAShorterOneThanItIsWrittenAs(String character) {
        String text = TextNode.valueOf(character.repeat(1_000)).toString();
        TrustPolicy policy = TrustPolicy.parse("""
                {"Id": TEXT, "Statement": {"Sid": TEXT, "Effect": "Allow", "Principal": {"AWS": TEXT}, "Action": TEXT,
                 "Condition": {"StringEquals": {TEXT: [TEXT, {"Ref": TEXT}]}}}}""".replace("TEXT", text));

        assertThat(policy.isLongerThan(policy.length() - 1)).isTrue();
        assertThat(policy.isLongerThan(policy.length())).isFalse();
    }

    private static int length(List<Statement> statements) {
        return new TrustPolicy(statements).length();
    }

    @Provide
    Arbitrary<TrustPolicy> policies() {
        return PolicyArbitraries.policies();
    }
}
